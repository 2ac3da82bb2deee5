import { join } from "node:path";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { RunConfig } from "../config/config.ts";
import { runId } from "../identity.ts";
import type { RunRecord } from "../record/record.ts";
import { train } from "../train.ts";
import { type SentError, sendError } from "./error-across-threads.ts";
import { fastestEngine } from "./fastest-engine.ts";
import { trainInFolder } from "./train-in-folder.ts";

/** What a thread is asked to train. */
export interface SweepTask {
  readonly config: RunConfig;
  /** Where the run has a folder of its own, if it is to be kept. */
  readonly runs: string | undefined;
  /** Is told of every row; anything that comes from it ends the run after the present step. */
  readonly port: MessagePort;
}

/** What a thread answers. */
export type SweepAnswer = { readonly record: RunRecord } | { readonly error: SentError };

/** One run of a sweep, in a thread of its own. */
export default async function trainOne({ config, runs, port }: SweepTask): Promise<SweepAnswer> {
  const controller = new AbortController();
  try {
    if (receiveMessageOnPort(port)) throw new Error("given up before it began");
    port.once("message", () => controller.abort());
    const engine = await fastestEngine(config, { threads: 1 });
    const options = { engine, signal: controller.signal };
    const run = runs
      ? trainInFolder(join(runs, runId(config, engine)), config, options)
      : train(config, options);
    for (;;) {
      const next = await run.next();
      if (next.done) return { record: next.value };
      port.postMessage(next.value);
    }
  } catch (error) {
    return { error: sendError(error as Error) };
  } finally {
    port.close();
  }
}
