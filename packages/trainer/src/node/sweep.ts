import { availableParallelism } from "node:os";
import { InputError } from "@grokscape/group-datasets";
import { Piscina } from "piscina";
import type { RunConfig } from "../config/config.ts";
import type { RunRecord } from "../record.ts";

export interface SweepOptions {
  /** Runs that train at a time, one on each thread; as many as the machine has cores if not given. */
  readonly threads?: number;
  /** Ends the sweep: runs that have not ended are given up, and the sweep throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A run of a sweep that could not be finished. */
export interface FailedRun {
  readonly config: RunConfig;
  readonly error: Error;
}

/** What became of one config: its record, or why there is none. */
export type SweptRun = { readonly record: RunRecord } | { readonly failed: FailedRun };

const source = import.meta.url.endsWith(".ts");
const workerFile = new URL(source ? "./sweep-worker.ts" : "./sweep-worker.js", import.meta.url);

/**
 * Trains many runs side by side, each on one thread with the fastest engine that knows it, and yields
 * what became of each as it ends. Which thread trains a run changes none of its bytes. A run that
 * diverges or cannot be opened does not stop the others.
 *
 * @throws InputError for a number of threads that is none
 */
export async function* sweep(
  configs: readonly RunConfig[],
  { threads = availableParallelism(), signal }: SweepOptions = {},
): AsyncGenerator<SweptRun, void, void> {
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new InputError(`threads must be a whole number ≥ 1, got ${threads}`);
  }
  if (configs.length === 0) return;
  const pool = new Piscina<RunConfig, RunRecord>({
    filename: workerFile.href,
    minThreads: 1,
    maxThreads: Math.min(threads, configs.length),
  });
  try {
    const waiting = new Map<number, Promise<readonly [number, SweptRun]>>();
    configs.forEach((config, i) => {
      const run = pool.run(config, { signal }).then(
        (record): SweptRun => ({ record }),
        (error: Error): SweptRun => ({ failed: { config, error } }),
      );
      waiting.set(
        i,
        run.then((swept) => [i, swept] as const),
      );
    });
    while (waiting.size > 0) {
      const [i, swept] = await Promise.race(waiting.values());
      signal?.throwIfAborted();
      waiting.delete(i);
      yield swept;
    }
  } finally {
    await pool.destroy();
  }
}
