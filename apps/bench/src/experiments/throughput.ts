import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trainInStore } from "@grokscape/experiments/node";
import { type RunConfig, runConfig, train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { median } from "../statistics.ts";

/** What a sweep gets done, against the same runs trained by hand, one after the other. */
export interface Throughput {
  readonly runs: number;
  readonly rounds: number;
  /** Seconds that one run trains for by hand. */
  readonly secondsOfARun: number;
  /** Runs a second of two side by side through those of one at a time, both in stores. */
  readonly gain: number;
  /** Processor time of a further run in a store beyond that of one by hand, in shares of the latter. */
  readonly overhead: number;
}

interface Spent {
  readonly wall: number;
  /** Of all threads of this process together. */
  readonly processor: number;
}

/**
 * Measures an even number of runs by turns, so that whatever else the machine does meets all alike; medians over the rounds.
 */
export async function measureThroughput(
  runs: number,
  rounds: number,
  secondsWanted: number,
): Promise<Throughput> {
  const configs = await configsOf(runs, secondsWanted);
  const [gains, overheads, seconds]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const byHand = await spent(() => trainByHand(configs));
    const one = await inStore(configs, 1);
    const two = await inStore(configs, 2);
    // what a sweep has once, its threads and their compiling, falls out of the difference
    const half = await inStore(configs.slice(0, runs / 2), 1);
    seconds.push(byHand.wall / runs);
    gains.push(one.wall / two.wall);
    overheads.push((2 * (one.processor - half.processor)) / byHand.processor - 1);
  }
  return {
    runs,
    rounds,
    secondsOfARun: median(seconds),
    gain: median(gains),
    overhead: median(overheads),
  };
}

/** Runs that each take about so many seconds here. */
async function configsOf(runs: number, secondsWanted: number): Promise<RunConfig[]> {
  const config = (steps: number, seed: number) =>
    runConfig({
      task: "cyclic:23",
      model: { width: 128 },
      split: { fraction: 0.5 },
      steps,
      goal: null,
      seed,
    });
  const probe = 500;
  await trainByHand([config(probe, 1)]); // until everything is compiled
  const { wall } = await spent(() => trainByHand([config(probe, 1)]));
  const steps = Math.max(10, Math.round((probe * secondsWanted) / wall));
  return Array.from({ length: runs }, (_, i) => config(steps, i + 1));
}

async function trainByHand(configs: readonly RunConfig[]): Promise<void> {
  for (const config of configs) {
    const run = train(config, { engine: await fastestEngine(config, { threads: 1 }) });
    while (!(await run.next()).done);
  }
}

async function inStore(configs: readonly RunConfig[], threads: number): Promise<Spent> {
  const store = mkdtempSync(join(tmpdir(), "grokscape-throughput-"));
  const runs = configs.map((config) => ({ variant: "", seed: config.seed, config }));
  try {
    return await spent(() => trainInStore(store, runs, { threads }));
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [begin, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - begin) / 1000, processor: (user + system) / 1e6 };
}
