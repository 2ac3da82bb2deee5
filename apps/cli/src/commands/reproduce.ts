import { availableParallelism } from "node:os";
import { InputError } from "@grokscape/group-datasets";
import {
  type MetricRow,
  preset,
  presets,
  type RunConfig,
  type RunRecord,
  runConfig,
} from "@grokscape/trainer";
import { sweep } from "@grokscape/trainer/node";
import type { Command, Given } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { type Claim, type ClaimedRun, claimOf, differences } from "../claims/claim.ts";
import { claims } from "../claims/claims.ts";
import { refuseUnwritable, writeWhole } from "../files/write-whole.ts";
import { runsWords } from "../run/commands-to-type.ts";
import { jsonOption } from "../run/result-json.ts";
import { runsOption } from "../run/run-folders.ts";
import { listenForStop } from "../run/stop-signals.ts";
import { numberIn } from "../run/values.ts";
import { invocation, shellWord, typed } from "../terminal/invocation.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, percent } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { wordStream } from "../terminal/streams.ts";
import { bold, dim } from "../terminal/style.ts";
import { columns, commandLines, paragraph } from "../terminal/table.ts";

/** So many seeds make a claim as sure as anybody needs it. */
const mostSeeds = 1000;

const step = (at: number | null) => (at === null ? "never" : count(at));

/** "median (lowest … highest)" of the steps at which runs came to something. */
function spread(steps: readonly (number | null)[]): string {
  const came = steps.filter((at) => at !== null).toSorted((a, b) => a - b);
  if (came.length === 0) return "never";
  const half = came[Math.floor(came.length / 2)];
  const missed = came.length < steps.length ? `, ${steps.length - came.length} never` : "";
  return `${count(half)} (${count(came[0])} … ${count(came[came.length - 1])}${missed})`;
}

function summary(runs: readonly ClaimedRun[]): string {
  const memorised = spread(runs.map(({ memorisedAt }) => memorisedAt));
  const understood = spread(runs.map(({ generalisedAt }) => generalisedAt));
  return `memorises at step ${memorised}, understands at step ${understood}`;
}

export const reproduce: Command = {
  name: "reproduce",
  says: "Train a preset with several seeds, and hold what comes beside what is claimed of it.",
  operand: {
    name: "preset",
    required: true,
    says: presets.map(({ name }) => name).join(", "),
  },
  options: {
    seeds: { value: "count", says: "how many seeds, from 1 on", otherwise: "5" },
    threads: { value: "count", says: "runs side by side", otherwise: "one a core" },
    ...runsOption,
    save: { value: "file", says: "write what was measured there, as a claim" },
    ...jsonOption,
  },
  examples: [
    ["reproduce tian-fig3", "Figure 3 of the paper, five times"],
    ["reproduce tian-fig3 --seeds 20 --save fig3.json", "keep the numbers"],
    ["reproduce nanda-2023", "hours: Ctrl-C, and the same command later goes on"],
  ],
  async run({ operand, options }) {
    const chosen = preset(operand as string);
    const seeds = numberIn("seeds", options.seeds ?? "5");
    if (!(Number.isInteger(seeds) && seeds >= 1 && seeds <= mostSeeds)) {
      throw new InputError(
        `--seeds must be a whole number from 1 to ${mostSeeds}, got ${options.seeds}`,
      );
    }
    if (options.save) refuseUnwritable(options.save); // before hours of training, not after
    const threads = threadsFrom(options);
    const runs = options.runs ?? "runs";
    const configs = Array.from({ length: seeds }, (_, i) =>
      runConfig({ ...chosen.config, seed: i + 1 }),
    );
    print(`${bold(paragraph(chosen.title))}\n${dim(paragraph(chosen.source))}\n`);
    const { records, exitCode } = await trainAll(configs, { threads, runs });
    if (exitCode !== exitCodes.done) {
      const { runs: _, json, ...others } = options;
      const again = Object.entries(others).flatMap(([name, value]) => [
        `--${name}`,
        shellWord(value as string),
      ]);
      print(`\n${paragraph("Stopped; nothing that was trained is lost. To go on:")}`);
      const words = [
        "reproduce",
        chosen.name,
        ...again,
        ...runsWords(runs),
        ...(json ? ["--json"] : []),
      ];
      print(commandLines(invocation(words)));
      return exitCode;
    }
    const measured = claimOf(
      chosen.name,
      typed(["reproduce", chosen.name, "--seeds", `${seeds}`]),
      records,
    );
    print(`\n${paragraph(`${bold("measured")}  ${summary(measured.runs)}`, 0, 10)}`);
    if (options.save) writeWhole(options.save, `${JSON.stringify(measured, null, 2)}\n`);
    const claimed = claims.find(({ preset }) => preset === chosen.name) ?? null;
    const found = claimed ? differences(claimed, measured.runs) : [];
    tellClaim(claimed, found);
    if (options.json) printJson({ measured, claimed, differences: found });
    return found.length > 0 ? exitCodes.otherBytes : exitCodes.done;
  },
};

/** As many runs side by side as are asked for; more than the machine has cores make nothing faster. */
function threadsFrom({ threads }: Given["options"]): number | undefined {
  if (threads === undefined) return undefined;
  const asked = numberIn("threads", threads);
  if (!(Number.isInteger(asked) && asked >= 1)) {
    throw new InputError(`--threads must be a whole number ≥ 1, got ${threads}`);
  }
  return Math.min(asked, availableParallelism());
}

/** Trains what has not been trained yet; a code other than 0 says that a signal ended it. */
async function trainAll(configs: readonly RunConfig[], where: { threads?: number; runs: string }) {
  const records: RunRecord[] = [];
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  const line = liveLine(wordStream());
  const latest = new Map<number, MetricRow>();
  const onRow = ({ seed, steps }: RunConfig, row: MetricRow) => {
    latest.set(seed, row);
    line.show(() =>
      [...latest]
        .map(
          ([seed, { step, testAccuracy }]) =>
            `seed ${seed}: step ${count(step)} of ${count(steps)}, test ${percent(testAccuracy)}`,
        )
        .join("  "),
    );
  };
  try {
    for await (const swept of sweep(configs, { ...where, onRow, signal: stop.signal })) {
      if ("failed" in swept) {
        const { config, error } = swept.failed;
        error.message = `seed ${config.seed}: ${error.message}`;
        throw error;
      }
      const { config, memorisedAt, generalisedAt } = swept.record;
      records.push(swept.record);
      line.say(
        columns([
          [
            `seed ${config.seed}`,
            `memorised at ${step(memorisedAt)}`,
            `understood at ${step(generalisedAt)}`,
            latest.has(config.seed) ? "" : dim("was there already"),
          ],
        ]),
      );
      latest.delete(config.seed);
    }
    return { records, exitCode: 0 };
  } catch (error) {
    if (stop.signal.aborted) return { records, exitCode: stop.exitCode() };
    throw error;
  } finally {
    if (latest.size > 0) line.end();
    stop.release();
  }
}

function tellClaim(claim: Claim | null, found: readonly string[]): void {
  if (!claim) {
    print(dim(paragraph("Nothing is claimed of this preset yet.")));
    return;
  }
  const where = dim(paragraph(`${claim.machine}, ${claim.date}`));
  print(`${paragraph(`${bold("claimed")}   ${summary(claim.runs)}`, 0, 10)}\n${where}`);
  for (const difference of found) print(paragraph(difference));
}
