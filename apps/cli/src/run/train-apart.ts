import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { MetricRow, RunRecord } from "@grokscape/trainer";
import { errorOfThread } from "@grokscape/trainer/node";
import { FailedElsewhere } from "../failure.ts";
import type { ThreadNews, ThreadTask } from "./train-thread.ts";

const source = import.meta.url.endsWith(".ts");
const thread = new URL(source ? "./train-thread.ts" : "./train-thread.js", import.meta.url);

/**
 * `trainInFolder` in a thread of its own, so that this one hears signals and redraws its line while a long
 * step is computed.
 *
 * @throws FailedElsewhere for whatever went wrong there
 */
export async function* trainApart(
  task: ThreadTask,
  signal: AbortSignal,
): AsyncGenerator<MetricRow, RunRecord, void> {
  const worker = new Worker(thread, { workerData: task });
  const stop = () => worker.postMessage("stop");
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    for await (const [news] of on(worker, "message", { close: ["exit"] })) {
      const told: ThreadNews = news;
      if ("failure" in told) throw new FailedElsewhere(told.failure);
      if ("record" in told) return told.record;
      yield told.row;
    }
    throw new Error("the training thread ended without a word");
  } catch (error) {
    throw errorOfThread(error as Error);
  } finally {
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
