import { availableParallelism } from "node:os";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { InputError } from "@grokscape/group-datasets";
import canonicalize from "canonicalize";
import { Piscina } from "piscina";
import type { RunConfig } from "../config/config.ts";
import type { MetricRow } from "../record/record.ts";
import { errorOfThread, receiveError } from "./error-across-threads.ts";
import { pluginsOf } from "./plugins/load-plugin.ts";
import type { ReadingsOfModule, SweepAnswer, SweepTask, Trained } from "./sweep-worker.ts";

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
  /**
   * What is to be read off each network on the way. Of a run that was trained before in its folder there
   * is what was read then.
   */
  readonly readings?: ReadingsOfModule;
  /** Called with each row of each run, as they come. */
  readonly onRow?: (config: RunConfig, row: MetricRow) => void;
}

/** What became of a config, which is the very one given: its record, or why there is none. */
export type SweptRun = { readonly config: RunConfig } & (Trained | { readonly error: Error });

const source = import.meta.url.endsWith(".ts");
const workerFile = new URL(source ? "./sweep-worker.ts" : "./sweep-worker.js", import.meta.url);

/**
 * Trains many runs side by side, each on one thread with the fastest engine that knows it, and yields
 * what became of each as it ends. Which thread trains a run changes none of its bytes. A run that
 * diverges or cannot be opened does not stop the others. A config that is given several times is
 * trained once, and what became of it yielded as often.
 *
 * @param configs all of them; or such as come to be known one by one, no two the same: the next is asked
 * for when a thread is free
 * @throws InputError for a number of threads that is none
 */
export async function* sweep(
  configs: readonly RunConfig[] | AsyncIterable<RunConfig>,
  { threads = availableParallelism(), signal, runs, readings, onRow }: SweepOptions = {},
): AsyncGenerator<SweptRun, void, void> {
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new InputError(`threads must be a whole number ≥ 1, got ${threads}`);
  }
  const all = Symbol.asyncIterator in configs ? configs : copiesOf(configs);
  const waiting: AsyncIterator<RunConfig> | Iterator<RunConfig[]> =
    Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all.values();
  const lanes = Symbol.asyncIterator in all ? threads : Math.min(threads, all.length);
  if (lanes === 0) return;
  const pool = trainingPool(lanes);
  const over = new AbortController();
  let halt = () => {};
  const halted = new Promise<{ readonly done: true }>((resolve) => {
    halt = () => resolve({ done: true });
  });
  const stop = () => {
    halt();
    over.abort();
  };
  signal?.addEventListener("abort", stop);

  const options = { runs, readings, signal: over.signal, onRow };

  const ended: SweptRun[] = [];
  let isOver = false;
  let tell = () => {};
  const lane = async () => {
    while (!(isOver || signal?.aborted)) {
      const next = await Promise.race([halted, waiting.next()]);
      if (next.done || isOver || signal?.aborted) return;
      const [config, ...copies] = [next.value].flat();
      const swept = await pool.train(config, options);
      ended.push(swept, ...copies.map((copy) => ({ ...swept, config: copy })));
      tell();
    }
  };
  const ending = Promise.all(Array.from({ length: lanes }, lane)).finally(() => {
    isOver = true;
    tell();
  });
  ending.catch(() => {}); // thrown below
  try {
    for (;;) {
      const told = new Promise<void>((resolve) => {
        tell = resolve;
      });
      if (ended.length === 0 && !isOver) await told;
      if (signal?.aborted) await ending;
      signal?.throwIfAborted();
      const swept = ended.shift();
      if (swept) yield swept;
      else if (isOver) return void (await ending);
    }
  } finally {
    isOver = true;
    stop();
    await ending.catch(() => {});
    signal?.removeEventListener("abort", stop);
    await pool.close();
  }
}

/** Configs that are the same, together. */
function copiesOf(configs: readonly RunConfig[]): RunConfig[][] {
  const copies = new Map<string | undefined, RunConfig[]>();
  for (const config of configs) {
    const name = canonicalize(config);
    const before = copies.get(name);
    if (before) before.push(config);
    else copies.set(name, [config]);
  }
  return [...copies.values()];
}

/** Threads that train one run after the other. */
export interface TrainingPool {
  /** Trains a run as soon as a thread is free; the signal gives it up after its present step. */
  train(
    config: RunConfig,
    options: Pick<SweepOptions, "runs" | "readings" | "signal" | "onRow">,
  ): Promise<SweptRun>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Starts threads as they are needed, so many at most. */
export function trainingPool(threads: number): TrainingPool {
  const pool = new Piscina<SweepTask, SweepAnswer>({
    filename: workerFile.href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY, // the next config may come a little later
  });
  return {
    async train(config, { runs, readings, signal, onRow }) {
      const { port1, port2 } = new MessageChannel();
      const tellRows = (rows: readonly MetricRow[]) => {
        for (const row of rows) onRow?.(config, row);
      };
      const stop = () => port1.postMessage("stop");
      port1.on("message", tellRows);
      if (signal?.aborted) stop();
      signal?.addEventListener("abort", stop);
      try {
        const answer = await pool.run(
          { config, plugins: pluginsOf(config), runs, readings, port: port2 },
          { transferList: [port2] },
        );
        // what its thread sent before it ended
        for (let left = receiveMessageOnPort(port1); left; left = receiveMessageOnPort(port1)) {
          tellRows(left.message);
        }
        if ("error" in answer) return { config, error: receiveError(answer.error) };
        return { config, ...answer };
      } catch (error) {
        return { config, error: errorOfThread(error as Error) };
      } finally {
        signal?.removeEventListener("abort", stop);
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}
