import { extname, join } from "node:path";
import {
  checkColumn,
  columnOf,
  groupRuns,
  holds,
  limitColumns,
  readWhere,
  sortRuns,
  varyingSettings,
  withLimits,
} from "@grokscape/experiments";
import { readBorders, readStore, type Store, type StoreRun } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import { renderToString } from "@grokscape/viz/server";
import type { Command, Given } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { refuseUnwritable, writeWhole } from "../files/write-whole.ts";
import { cellsOfGroups, cellsOfRuns, textTable } from "../results/cells.ts";
import { enginesOf, refuseMixed } from "../results/engines.ts";
import { formats } from "../results/formats.ts";
import { resultsPage } from "../results/page.ts";
import { folderIn, pictureOf } from "../results/picture.ts";
import { recordsOfGroups, recordsOfRuns, usualMedians } from "../results/records.ts";
import { loadRecorded, pluginOption } from "../run/plugins.ts";
import { bordersText } from "../terminal/border-text.ts";
import { shellWord, typed } from "../terminal/invocation.ts";
import { count } from "../terminal/numbers.ts";
import { print } from "../terminal/print.ts";
import { write } from "../terminal/streams.ts";
import { paragraph } from "../terminal/table.ts";

const names = ["table", ...Object.keys(formats)];

export const results: Command = {
  name: "results",
  says: "Say what the runs of a store have come to: choose, group, draw, and write for other programs.",
  operand: { name: "store", required: true, says: "the folder that a sweep keeps its runs in" },
  options: {
    where: { value: "conditions", says: 'only these: "split.fraction >= 0.3 and came = yes"' },
    by: { value: "columns", says: "group runs with the same values, and aggregate each group" },
    columns: { value: "columns", says: "which are told, of groups those whose medians are" },
    format: {
      value: "name",
      says: names.join(", "),
      otherwise: "as the output's name ends; table",
    },
    output: { value: "file", says: "write there, not to standard output" },
    picture: {
      value: "file",
      says: "draw as SVG when the runs of each group memorised and understood",
    },
    page: { value: "file", says: "write a page that needs nothing else" },
    merge: { value: "stores", says: "with the runs of other stores, as of other shards" },
    ...pluginOption,
    borders: { says: "the borders alone, where some were looked for; with --format json in full" },
  },
  examples: [
    ["results sweeps/first", "each run"],
    ["results sweeps/first --by split.fraction", "shares and medians, with their intervals"],
    ["results sweeps/first --output runs.parquet", "for pandas, polars, DuckDB"],
    ["results part-1 --merge part-2,part-3", "of several machines"],
  ],
  async run({ operand, options }) {
    const { output, picture, page } = options;
    const format = formatFrom(options);
    for (const file of [output, picture, page]) if (file !== undefined) refuseUnwritable(file);
    const by = columnsFrom(options.by) ?? [];
    const chosen = columnsFrom(options.columns);
    const where = options.where === undefined ? [] : readWhere(options.where);
    const stores: Store[] = [];
    for (const folder of [operand as string, ...(options.merge?.split(",") ?? [])]) {
      stores.push(await readStore(folder));
    }
    const asked = [...by, ...(chosen ?? []), ...where.flatMap((one) => Object.keys(one))];
    const isLimitAsked = limitColumns.some((name) => asked.includes(name));
    for (const { folder, sweep, runs } of stores) {
      if (!isLimitAsked && !sweep?.sweep.border) continue; // tasks are made for these alone
      for (const { id, config } of runs) if (config) await loadRecorded(config, join(folder, id));
    }
    if (options.borders) return tellBorders(stores, format, output);
    const all = merged(stores);
    const met = (isLimitAsked ? withLimits(all) : all).filter((run) =>
      where.every((condition) => holds(condition, (name) => columnOf(run, name))),
    );
    const of = chosen ?? usualMedians;
    const settings = stores[0].sweep?.varied ?? (met.length > 0 ? varyingSettings(met) : []);
    const varied = enginesOf(met).length > 1 ? [...settings, "engine"] : settings;
    const runs = sortRuns(met, [...varied, "seed"]);
    const isGrouped = options.by !== undefined;
    if (isGrouped) refuseMixed(runs, by);
    if (picture !== undefined || page !== undefined) {
      const draw = await pictureOf(runs, isGrouped ? by : varied, folderIn(stores));
      if (picture !== undefined) {
        writeWhole(
          picture,
          renderToString((document) => draw({ document, width: 900 })),
        );
        print(paragraph(`Picture: ${picture}`));
      }
      if (page !== undefined) {
        const over = isGrouped ? by : varied;
        const ofPage = chosen && [...new Set(["run", ...varied, "seed", ...chosen])];
        const text = resultsPage({
          store: operand as string,
          sweep: stores[0].sweep,
          command: commandOf(operand as string, options),
          borders: readBorders(stores),
          draw,
          groups: cellsOfGroups(groupRuns(runs, over, of), over, of),
          runs: cellsOfRuns(recordsOfRuns(runs, varied, ofPage)),
        });
        writeWhole(page, text);
        print(paragraph(`Page: ${page}`));
      }
      if (options.format === undefined && output === undefined) return exitCodes.done;
    }
    const groups = isGrouped ? groupRuns(runs, by, of) : [];
    const records = isGrouped
      ? recordsOfGroups(groups, by, of)
      : recordsOfRuns(runs, varied, chosen);
    const cells = () => (isGrouped ? cellsOfGroups(groups, by, of) : cellsOfRuns(records));
    const data = format === "table" ? `${textTable(cells())}\n` : formats[format](records);
    const borders = format === "table" && !isGrouped ? readBorders(stores) : null;
    if (borders) print(`${bordersText(borders)}\n`);
    if (output === undefined) write(process.stdout, data);
    else {
      writeWhole(output, data);
      print(paragraph(`${count(records.rows.length)} rows: ${output}`));
    }
    return exitCodes.done;
  },
};

function tellBorders(stores: readonly Store[], format: string, output: string | undefined): number {
  const borders = readBorders(stores);
  if (!borders) {
    throw new InputError(`${stores[0].folder} has no borders`, "a sweep with a border finds some");
  }
  if (format !== "table" && format !== "json") {
    throw new InputError(`borders are no ${format}`, "there are table, json");
  }
  const text = format === "table" ? bordersText(borders) : JSON.stringify(borders, null, 2);
  if (output === undefined) write(process.stdout, `${text}\n`);
  else writeWhole(output, `${text}\n`);
  return exitCodes.done;
}

function formatFrom({ format, output }: Given["options"]): string {
  const ending = extname(output ?? "").slice(1);
  const name = format ?? (names.includes(ending) ? ending : "table");
  if (!names.includes(name)) {
    throw new InputError(`there is no format ${name}`, `there are ${names.join(", ")}`);
  }
  if (name === "parquet" && output === undefined && process.stdout.isTTY) {
    throw new InputError("a terminal shows no parquet", "--output runs.parquet");
  }
  return name;
}

function columnsFrom(text: string | undefined): string[] | undefined {
  const columns = text?.split(",").map((name) => name.trim());
  for (const name of columns ?? []) checkColumn(name);
  return columns;
}

/** All runs of several stores, each once: of one that several have, the one that has got further. */
function merged(stores: readonly Store[]): StoreRun[] {
  const all = new Map<string, StoreRun>();
  for (const { folder, runs } of stores) {
    for (const run of runs) {
      const before = all.get(run.id);
      if (before?.weightsHash && run.weightsHash && before.weightsHash !== run.weightsHash) {
        throw new InputError(
          `${run.id} ends in other bytes in ${folder} than in the stores before it`,
          "one of them was changed, or made by another arithmetic: train it anew",
        );
      }
      const isFurther = !before || (!before.weightsHash && run.weightsHash);
      if (isFurther) all.set(run.id, run);
    }
  }
  return [...all.values()];
}

const commandOf = (store: string, options: Given["options"]): string =>
  typed([
    "results",
    shellWord(store),
    ...Object.entries(options).flatMap(([name, value]) => [
      `--${name}`,
      shellWord(value as string),
    ]),
  ]);
