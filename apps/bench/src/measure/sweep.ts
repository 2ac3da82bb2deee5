import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Configuration } from "../configurations.ts";
import { median } from "../statistics.ts";

/** What two runs side by side, a thread each, get done against one run after the other. */
export interface Sweep {
  readonly configuration: string;
  /** Steps a second, of all runs together. */
  readonly oneAtATime: number;
  readonly twoAtATime: number;
  /** Median over rounds of the second through the first. */
  readonly gain: number;
}

const stepsOfARun = 400;

/** Measures both by turns. */
export async function measureSweep(configuration: Configuration, rounds: number): Promise<Sweep> {
  const workers = [startWorker(configuration), startWorker(configuration)];
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const alone: number[] = [];
  const together: number[] = [];
  const gains: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await rate(workers.slice(0, 1));
    const two = await rate(workers);
    alone.push(one);
    together.push(two);
    gains.push(two / one);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return {
    configuration: configuration.name,
    oneAtATime: median(alone),
    twoAtATime: median(together),
    gain: median(gains),
  };
}

function startWorker(configuration: Configuration): Worker {
  return new Worker(new URL("./sweep.worker.ts", import.meta.url), { workerData: configuration });
}

async function rate(workers: readonly Worker[]): Promise<number> {
  const begin = performance.now();
  const done = workers.map((worker) => once(worker, "message"));
  for (const worker of workers) worker.postMessage(stepsOfARun);
  await Promise.all(done);
  return (workers.length * stepsOfARun * 1000) / (performance.now() - begin);
}
