import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
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
import type { Command } from "../arguments/command.ts";
import { type Claim, type ClaimedRun, claimOf, differences } from "../claims/claim.ts";
import { claims } from "../claims/claims.ts";
import { runsOption } from "../run/run-folders.ts";
import { listenForStop } from "../run/stop-signals.ts";
import { numberIn } from "../run/values.ts";
import { invocation } from "../terminal/invocation.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, percent } from "../terminal/numbers.ts";
import { print } from "../terminal/print.ts";
import { bold, dim } from "../terminal/style.ts";
import { columns } from "../terminal/table.ts";

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
  },
  examples: [
    ["reproduce tian-fig3", "Figure 3 of the paper, five times"],
    ["reproduce tian-fig3 --seeds 20 --save fig3.json", "keep the numbers"],
    ["reproduce nanda-2023", "hours: Ctrl-C, and the same command later goes on"],
  ],
  async run({ operand, options }) {
    const chosen = preset(operand as string);
    const seeds = numberIn("seeds", options.seeds ?? "5");
    if (!(Number.isInteger(seeds) && seeds >= 1)) {
      throw new InputError(`--seeds must be a whole number ≥ 1, got ${options.seeds}`);
    }
    // before hours of training, not after
    if (options.save && !existsSync(dirname(options.save))) {
      throw new InputError(
        `--save ${options.save}: there is no folder ${dirname(options.save)}`,
        "make it first",
      );
    }
    const threads = options.threads ? numberIn("threads", options.threads) : undefined;
    const configs = Array.from({ length: seeds }, (_, i) =>
      runConfig({ ...chosen.config, seed: i + 1 }),
    );
    print(`${bold(chosen.title)}\n${dim(chosen.source)}\n`);
    const { records, exitCode } = await trainAll(configs, {
      threads,
      runs: options.runs ?? "runs",
    });
    if (exitCode !== 0) {
      const again = Object.entries(options).map(([name, value]) => ` --${name} ${value}`);
      print("\nStopped; nothing that was trained is lost. To go on:");
      print(`  ${invocation(`reproduce ${chosen.name}${again.join("")}`)}`);
      return exitCode;
    }
    const command = invocation(`reproduce ${chosen.name} --seeds ${seeds}`);
    const measured = claimOf(chosen.name, command, records);
    print(`\n${bold("measured")}  ${summary(measured.runs)}`);
    if (options.save) writeFileSync(options.save, `${JSON.stringify(measured, null, 2)}\n`);
    return compareWithClaim(
      claims.find(({ preset }) => preset === chosen.name),
      measured,
    );
  },
};

/** Trains what has not been trained yet; a code other than 0 says that a signal ended it. */
async function trainAll(configs: readonly RunConfig[], where: { threads?: number; runs: string }) {
  const records: RunRecord[] = [];
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  const line = liveLine(process.stdout);
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
        throw new InputError(`seed ${config.seed}: ${error.message}`);
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

function compareWithClaim(claim: Claim | undefined, { runs }: Claim): number {
  if (!claim) {
    print(dim("Nothing is claimed of this preset yet."));
    return 0;
  }
  print(`${bold("claimed")}   ${summary(claim.runs)}\n${dim(`${claim.machine}, ${claim.date}`)}`);
  const found = differences(claim, runs);
  for (const difference of found) print(difference);
  return found.length > 0 ? 1 : 0;
}
