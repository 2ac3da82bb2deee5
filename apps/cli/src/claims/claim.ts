import { cpus } from "node:os";
import type { RunConfig, RunRecord } from "@grokscape/trainer";

/** What one run of a claim came to. */
export interface ClaimedRun {
  readonly seed: number;
  /** Steps, or null where it did not come to that. */
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
  readonly steps: number;
  /** Of the final weights: the same on every machine. */
  readonly weightsHash: string;
}

/** A number with its runs: what was asked, what came of it, where and when. Plain JSON. */
export interface Claim {
  readonly preset: string;
  readonly command: string;
  readonly engine: RunRecord["engine"];
  /** As every run had it, but for its seed. */
  readonly config: Omit<RunConfig, "seed">;
  readonly runs: readonly ClaimedRun[];
  readonly machine: string;
  readonly date: string;
}

/** The claim that these runs of one preset make, by seed. */
export function claimOf(preset: string, command: string, records: readonly RunRecord[]): Claim {
  const [{ engine, config }] = records;
  const { seed: _, ...shared } = config;
  const runs = records.map(
    ({ config, memorisedAt, generalisedAt, steps, weightsHash }): ClaimedRun => ({
      seed: config.seed,
      memorisedAt,
      generalisedAt,
      steps,
      weightsHash,
    }),
  );
  return {
    preset,
    command,
    engine,
    config: shared,
    runs: runs.toSorted((a, b) => a.seed - b.seed),
    machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** Where new runs and a claim part: of the seeds they share, those that did not end in the same bytes. */
export function differences(claim: Claim, runs: readonly ClaimedRun[]): string[] {
  return runs.flatMap((run) => {
    const claimed = claim.runs.find(({ seed }) => seed === run.seed);
    if (!claimed || claimed.weightsHash === run.weightsHash) return [];
    return [
      `seed ${run.seed} ended with weights ${run.weightsHash.slice(0, 8)} (99 % at step ${run.generalisedAt}), claimed were ${claimed.weightsHash.slice(0, 8)} (${claimed.generalisedAt})`,
    ];
  });
}
