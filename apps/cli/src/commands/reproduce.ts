import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { preset, presets, type RunRecord, runConfig } from "@grokscape/trainer";
import { sweep } from "@grokscape/trainer/node";
import type { Command } from "../arguments/command.ts";
import { type Claim, type ClaimedRun, claimOf, differences } from "../claims/claim.ts";
import { claims } from "../claims/claims.ts";
import { numberIn } from "../run/values.ts";
import { invocation } from "../terminal/invocation.ts";
import { count } from "../terminal/numbers.ts";
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
    save: { value: "file", says: "write what was measured there, as a claim" },
  },
  examples: [
    ["reproduce tian-fig3", "Figure 3 of the paper, five times"],
    ["reproduce tian-fig3 --seeds 20 --save fig3.json", "keep the numbers"],
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
    const records: RunRecord[] = [];
    for await (const swept of sweep(configs, { threads })) {
      if ("failed" in swept) throw new InputError(swept.failed.error.message);
      const { record } = swept;
      records.push(record);
      print(
        columns([
          [
            `seed ${record.config.seed}`,
            `memorised at ${step(record.memorisedAt)}`,
            `understood at ${step(record.generalisedAt)}`,
          ],
        ]),
      );
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
