import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { InputError } from "@grokscape/group-datasets";
import { Piscina } from "piscina";
import type { RunConfig } from "../config/config.ts";
import type { MetricRow, RunRecord } from "../record.ts";
import type { SweepTask } from "./sweep-worker.ts";

export interface SweepOptions {
  /** Runs that train at a time, one on each thread; as many as the machine has cores if not given. */
  readonly threads?: number;
  /**
   * Ends the sweep: runs under way stop after their present step, those that have not begun never do,
   * and the sweep throws the signal's reason.
   */
  readonly signal?: AbortSignal;
  /**
   * Keeps every run in a folder of its own in this one, named by its id, as `trainInFolder` does: runs
   * that have ended there are not trained again, and those that a sweep before gave up go on from their
   * last checkpoint, to the same bytes.
   */
  readonly runs?: string;
  /** Called with each row of each run, as they come. */
  readonly onRow?: (config: RunConfig, row: MetricRow) => void;
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
  { threads = availableParallelism(), signal, runs, onRow }: SweepOptions = {},
): AsyncGenerator<SweptRun, void, void> {
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new InputError(`threads must be a whole number ≥ 1, got ${threads}`);
  }
  if (configs.length === 0) return;
  const pool = new Piscina<SweepTask, RunRecord>({
    filename: workerFile.href,
    minThreads: 1,
    maxThreads: Math.min(threads, configs.length),
  });
  const ports: MessagePort[] = [];
  const stop = () => {
    for (const port of ports) port.postMessage("stop");
  };
  signal?.addEventListener("abort", stop);
  try {
    signal?.throwIfAborted();
    const waiting = new Map<number, Promise<readonly [number, SweptRun]>>();
    configs.forEach((config, i) => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      port1.on("message", (row: MetricRow) => onRow?.(config, row));
      const run = pool.run({ config, runs, port: port2 }, { transferList: [port2] }).then(
        (record): SweptRun => ({ record }),
        (error: Error): SweptRun => ({ failed: { config, error } }),
      );
      waiting.set(
        i,
        run.then((swept) => {
          // what its thread sent before it ended
          for (let left = receiveMessageOnPort(port1); left; left = receiveMessageOnPort(port1)) {
            onRow?.(config, left.message);
          }
          return [i, swept] as const;
        }),
      );
    });
    while (waiting.size > 0) {
      const [i, swept] = await Promise.race(waiting.values());
      waiting.delete(i);
      if (signal?.aborted) await Promise.all(waiting.values());
      signal?.throwIfAborted();
      yield swept;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    for (const port of ports) port.close();
    await pool.destroy();
  }
}
