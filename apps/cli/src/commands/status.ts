import { readdirSync } from "node:fs";
import { join } from "node:path";
import { came } from "@grokscape/experiments";
import { lastChange, readStore } from "@grokscape/experiments/node";
import { isInUse } from "@grokscape/trainer/node";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { enginesOf } from "../results/engines.ts";
import { jsonOption } from "../run/result-json.ts";
import { count, percent } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { bold } from "../terminal/style.ts";
import { columns, paragraph } from "../terminal/table.ts";

export const status: Command = {
  name: "status",
  says: "Say how far the runs of a store are, and who is at work there.",
  operand: { name: "store", required: true, says: "the folder that a sweep keeps its runs in" },
  options: { ...jsonOption },
  examples: [["status sweeps/first", "how many have ended, came, diverged, are under way"]],
  async run({ operand, options }) {
    const folder = operand as string;
    const { sweep, runs } = await readStore(folder);
    const of = (state: string) => runs.filter((run) => run.state === state);
    const unfinished = of("unfinished");
    const underWay: string[] = [];
    for (const { id } of unfinished) if (await isInUse(join(folder, id))) underWay.push(id);
    const workers: string[] = [];
    for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && /^\.(sweep|shard-)/.test(entry.name),
    )) {
      if (await isInUse(join(folder, name))) workers.push(name.slice(1));
    }
    const changes = await Promise.all(runs.map(({ id }) => lastChange(join(folder, id))));
    const last = changes.reduce((latest, at) => Math.max(latest, at), 0);
    const told = {
      sweep: sweep?.sweep.id ?? null,
      planned: sweep?.runs ?? null,
      ended: of("goal").length + of("steps").length + of("diverged").length,
      came: runs.filter((run) => came(run)).length,
      diverged: of("diverged").length,
      underWay: underWay.length,
      broken: unfinished.length - underWay.length,
      damaged: of("damaged").map(({ id, why }) => ({ id, why })),
      engines: enginesOf(runs),
      workers,
      lastChange: last > 0 ? new Date(last).toISOString() : null,
    };
    if (options.json) {
      printJson(told);
      return exitCodes.done;
    }
    const share = told.ended > 0 ? ` (${percent(told.came / told.ended)})` : "";
    print(bold(paragraph(told.sweep ?? folder)));
    print(
      columns([
        [
          "ended",
          told.planned === null
            ? count(told.ended)
            : `${count(told.ended)} of ${count(told.planned)}`,
        ],
        ["came to 99 %", `${count(told.came)}${share}`],
        ["diverged", count(told.diverged)],
        ["under way", count(told.underWay)],
        ["stopped or killed", count(told.broken)],
        ["damaged", count(told.damaged.length)],
        ["engines", told.engines.join(", ") || "–"],
        ["at work", told.workers.join(", ") || "nobody"],
        ["last change", told.lastChange?.slice(0, 16).replace("T", " ") ?? "–"],
      ]),
    );
    for (const { why } of told.damaged) print(paragraph(`damaged: ${why}`, 2));
    return exitCodes.done;
  },
};
