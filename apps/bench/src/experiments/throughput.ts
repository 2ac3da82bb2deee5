import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { trainInStore } from "@grokscape/experiments/node";
import { type RunConfig, runConfig, train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { median } from "../statistics.ts";

/** What a sweep gets done, against the same runs trained by hand: a plain loop in a thread of its own. */
export interface Throughput {
  readonly runs: number;
  readonly rounds: number;
  /** Seconds that one run trains for by hand. */
  readonly secondsOfARun: number;
  /** Runs a second of two threads through those of one, in stores. */
  readonly gain: number;
  /** The same by hand: what this machine can do. */
  readonly gainByHand: number;
  /** Processor time of a further run in a store beyond that of one by hand, in shares of the latter. */
  readonly overhead: number;
  /** The same of the time on the clock, waiting for the disk included. */
  readonly delay: number;
}

interface Spent {
  /** From before the threads start until the last run has ended, seconds. */
  readonly whole: number;
  /** From the end of the first run to that of the last, seconds, a run. */
  readonly wall: number;
  /** The same on processors, of all threads of this process together. */
  readonly processor: number;
}

/** Trains runs on so many threads, and tells of each that it has ended. */
type Work = (configs: readonly RunConfig[], threads: number, tell: () => void) => Promise<void>;

/**
 * Measures an even number of runs by turns, so that whatever else the machine does meets all alike; medians
 * over the rounds.
 */
export async function measureThroughput(
  runs: number,
  rounds: number,
  secondsWanted: number,
): Promise<Throughput> {
  const configs = await configsOf(runs, secondsWanted);
  const measured: Omit<Throughput, "runs" | "rounds">[] = [];
  for (let round = 0; round < rounds; round++) {
    const byHand = await spent(trainByHand, configs, 1);
    const inStore = await spent(trainInOneStore, configs, 1);
    const twoInStore = await spent(trainInOneStore, configs, 2);
    const twoByHand = await spent(trainByHand, configs, 2);
    measured.push({
      secondsOfARun: byHand.wall,
      gain: inStore.whole / twoInStore.whole,
      gainByHand: byHand.whole / twoByHand.whole,
      overhead: inStore.processor / byHand.processor - 1,
      delay: inStore.wall / byHand.wall - 1,
    });
  }
  const medianOf = (name: keyof (typeof measured)[number]) =>
    median(measured.map(({ [name]: value }) => value));
  return {
    runs,
    rounds,
    secondsOfARun: medianOf("secondsOfARun"),
    gain: medianOf("gain"),
    gainByHand: medianOf("gainByHand"),
    overhead: medianOf("overhead"),
    delay: medianOf("delay"),
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
  const probe = config(2000, 1);
  const engine = await fastestEngine(probe, { threads: 1 });
  let seconds = 0;
  for (const isCompiled of [false, true]) {
    const begin = performance.now();
    const run = train(probe, { engine });
    while (!(await run.next()).done);
    if (isCompiled) seconds = (performance.now() - begin) / 1000;
  }
  const steps = Math.max(10, Math.round((probe.steps * secondsWanted) / seconds));
  return Array.from({ length: runs }, (_, i) => config(steps, i + 1));
}

const trainByHand: Work = async (configs, threads, tell) => {
  const workers = Array.from({ length: threads }, (_, i) => {
    const workerData = configs.filter((_, k) => k % threads === i);
    return new Worker(new URL("./by-hand.worker.ts", import.meta.url), { workerData });
  });
  for (const worker of workers) worker.on("message", tell);
  await Promise.all(workers.map((worker) => once(worker, "exit")));
};

const trainInOneStore: Work = async (configs, threads, tell) => {
  const store = mkdtempSync(join(tmpdir(), "grokscape-throughput-"));
  const runs = configs.map((config) => ({ variant: "", seed: config.seed, config }));
  try {
    await trainInStore(store, runs, { threads, onRun: tell });
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
};

/** What a further run takes falls between the ends of the first and the last: threads start, and compile, before. */
async function spent(work: Work, configs: readonly RunConfig[], threads: number): Promise<Spent> {
  const begin = performance.now();
  const ends: { readonly at: number; readonly processor: number }[] = [];
  await work(configs, threads, () => {
    const { user, system } = process.cpuUsage();
    ends.push({ at: performance.now(), processor: user + system });
  });
  const [first, last] = [ends[0], ends[ends.length - 1]];
  const further = 1e6 * (ends.length - 1);
  return {
    whole: (last.at - begin) / 1000,
    wall: (1000 * (last.at - first.at)) / further,
    processor: (last.processor - first.processor) / further,
  };
}
