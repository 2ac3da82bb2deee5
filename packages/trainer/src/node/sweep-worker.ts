import { join } from "node:path";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { RunConfig } from "../config/config.ts";
import { runId } from "../identity.ts";
import type { PlannedReading, TakenReading } from "../reader.ts";
import type { MetricRow, RunRecord } from "../record/record.ts";
import { train } from "../train.ts";
import { type SentError, sendError } from "./error-across-threads.ts";
import { fastestEngine } from "./fastest-engine.ts";
import { loadAgain, type PlacedPlugin } from "./plugins/load-plugin.ts";
import { readRun } from "./run-folder.ts";
import { trainInFolder } from "./train-in-folder.ts";

/** What a thread is asked to train. */
export interface SweepTask {
  readonly config: RunConfig;
  /** Those that it names. */
  readonly plugins: readonly PlacedPlugin[];
  /** Where the run has a folder of its own, if it is to be kept. */
  readonly runs: string | undefined;
  readonly readings: ReadingsOfModule | undefined;
  /** Is told of every row, several at a time; anything that comes from it ends the run after the present step. */
  readonly port: MessagePort;
}

/** Readings by name, of a module that exports them all as `readings`: functions do not cross threads. */
export interface ReadingsOfModule {
  /** Its address: "file://…". */
  readonly module: string;
  readonly names: readonly string[];
}

/** What a thread answers. */
export type SweepAnswer = Trained | { readonly error: SentError };

/** A run that has ended, and what was read off its network on the way. */
export interface Trained {
  readonly record: RunRecord;
  readonly readings: readonly TakenReading[];
}

/** Milliseconds: rows that come sooner than that wait for each other, as every message costs time. */
const sendEvery = 200;

/** One run of a sweep, in a thread of its own. */
export default async function trainOne(task: SweepTask): Promise<SweepAnswer> {
  const { config, runs, port } = task;
  const controller = new AbortController();
  const waiting: MetricRow[] = [];
  try {
    if (receiveMessageOnPort(port)) throw new Error("given up before it began");
    port.once("message", () => controller.abort());
    await loadAgain(task.plugins);
    const engine = await fastestEngine(config, { threads: 1 });
    const readings = task.readings && (await readingsOf(task.readings));
    const options = { engine, signal: controller.signal, checkpointSeconds: 5, readings };
    const folder = runs && join(runs, runId(config, engine));
    const taken: TakenReading[] = [];
    let sent = 0;
    const run = folder
      ? trainInFolder(folder, config, options)
      : train(config, { ...options, onReading: (reading) => void taken.push(reading) });
    for (;;) {
      const next = await run.next();
      if (next.done) {
        return {
          record: next.value,
          readings: folder && readings ? (await readRun(folder)).readings : taken,
        };
      }
      waiting.push(next.value);
      if (performance.now() - sent < sendEvery) continue;
      port.postMessage(waiting.splice(0));
      sent = performance.now();
    }
  } catch (error) {
    return { error: sendError(error as Error) };
  } finally {
    port.postMessage(waiting);
    port.close();
  }
}

async function readingsOf({
  module,
  names,
}: ReadingsOfModule): Promise<Record<string, PlannedReading>> {
  const { readings } = await import(module);
  return Object.fromEntries(names.map((name) => [name, readings[name]]));
}
