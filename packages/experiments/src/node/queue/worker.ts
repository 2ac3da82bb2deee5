import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { availableParallelism, hostname } from "node:os";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { DivergedError, type MetricRow, type RunConfig, runId } from "@grokscape/trainer";
import { fastestEngine, missingPlugins, trainingPool } from "@grokscape/trainer/node";
import { DelayedError, ErrorCode, type Job, WaitingError, Worker } from "bullmq";
import type { QueueAddress } from "./address.ts";
import { connect, prefix } from "./connection.ts";
import { refuseOtherVersions } from "./coordinators.ts";
import { type Lack, mostDeaths, type RunAnswer, type RunJob, type RunNews } from "./job.ts";
import { sendFiles } from "./payload.ts";
import { filesOf } from "./run-files.ts";
import { queueName } from "./version.ts";
import { workFolder } from "./work-folder.ts";

export interface WorkOptions {
  /** Runs side by side; as many as the machine has cores if not given. */
  readonly threads?: number;
  /** Ends the work: runs under way go back to the queue. */
  readonly signal?: AbortSignal;
  /** Ends the work when there was nothing to do for so many seconds. */
  readonly idleSeconds?: number;
  /** Seconds after which a run of a worker that died goes to another; 30 if not given. */
  readonly lockSeconds?: number;
  readonly onRow?: (config: RunConfig, row: MetricRow) => void;
  /** Called when a run is left to others, as this worker lacks a plug-in that makes its task. */
  readonly onLack?: (lack: Lack) => void;
  /** Called with each run that this worker has done with, and how it went. */
  readonly onRun?: (config: RunConfig, came: RunCame) => void;
}

/**
 * It ended, diverged, failed (and is tried again, here or elsewhere), or was given back: this worker ends, or
 * the run is another's by now, or wanted no more.
 */
export type RunCame = "ended" | "diverged" | "failed" | "given back";

const rowEvery = 1000;
const lookEvery = 1000;
const askVersionEvery = 10_000;
/** Milliseconds after which a run that a worker cannot train is offered again. */
const offeredAgainAfter = 2000;

/**
 * Trains the runs of a queue until the signal ends it, and sends back what came. A run's checkpoints on the
 * way stay here: another worker begins it anew.
 *
 * @throws InputError if there is no queue that can be used, or all who hand out runs there are of other
 * versions
 */
export async function work(address: QueueAddress, options: WorkOptions = {}): Promise<void> {
  const { threads = availableParallelism(), signal, idleSeconds, lockSeconds = 30 } = options;
  const connection = await connect(address);
  const { redis, lost } = connection;
  const { folder, remove } = await workFolder().catch((error) => {
    connection.close();
    throw error;
  });
  const host = hostname();
  const pool = trainingPool(threads);
  const stop = new AbortController();
  const training = new Map<string, AbortController>();
  let idleSince = performance.now();

  async function trainJob(job: Job<RunJob, RunAnswer>, token?: string): Promise<RunAnswer> {
    const { run, config } = job.data;
    const missing = missingPlugins(config);
    if (missing.length > 0) {
      const lack = { host, plugins: missing };
      options.onLack?.(lack);
      await job.updateProgress({ lack } satisfies RunNews);
      await job.moveToDelayed(Date.now() + offeredAgainAfter, token);
      throw new DelayedError();
    }
    const name = `${job.id}:${randomUUID()}`;
    const own = join(folder, randomUUID());
    const gone = new AbortController();
    training.set(job.id as string, gone);
    const ended = AbortSignal.any([stop.signal, gone.signal]);
    let told = Number.NEGATIVE_INFINITY; // the first row is told at once
    const onRow = (_: RunConfig, row: MetricRow) => {
      options.onRow?.(config, row);
      if (performance.now() - told < rowEvery) return;
      told = performance.now();
      job.updateProgress(row).catch(({ code }) => {
        if (code === ErrorCode.JobNotExist) gone.abort(new Error("nobody wants it any more"));
      });
    };
    try {
      const engine = await fastestEngine(config, { threads: 1 });
      if (runId(config, engine) !== run) {
        throw new InputError(`its settings are not those of ${run}`);
      }
      const swept = await pool.train(config, { runs: own, signal: ended, onRow });
      ended.throwIfAborted();
      const error = "error" in swept ? swept.error : undefined;
      if (error && !(error instanceof DivergedError)) throw error;
      const files = await filesOf(join(own, run));
      const payload = await sendFiles(redis, name, files, ended);
      options.onRun?.(config, error ? "diverged" : "ended");
      if (!error) return { payload, host };
      const { step, tensor, finding } = error;
      return { payload, host, diverged: { step, tensor, finding } };
    } catch (error) {
      const isOurs = !gone.signal.aborted;
      const isFailure = isOurs && !stop.signal.aborted;
      options.onRun?.(config, isFailure ? "failed" : "given back");
      if (isFailure) throw new Error(`${host}: ${(error as Error).message.replaceAll(own, "…")}`);
      if (!isOurs) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    } finally {
      training.delete(job.id as string);
      if (training.size === 0) idleSince = performance.now();
      await rm(own, { recursive: true, force: true });
    }
  }

  try {
    await refuseOtherVersions(redis, address.shown);
    const worker = new Worker<RunJob, RunAnswer>(queueName, trainJob, {
      connection: redis,
      prefix,
      name: host,
      concurrency: threads,
      lockDuration: lockSeconds * 1000,
      stalledInterval: lockSeconds * 500,
      maxStalledCount: mostDeaths - 1,
      runRetryDelay: 1000,
    });
    worker.on("error", () => {}); // the connection is tried again, and a run whose lock is lost is another's
    worker.on("lockRenewalFailed", (jobs) => {
      for (const id of jobs) training.get(id)?.abort(new Error("its lock was lost"));
    });
    try {
      for (let asked = performance.now(); ; ) {
        await oneOf(lookEvery, [signal, lost]);
        if (signal?.aborted || lost.aborted) break;
        if (training.size > 0) continue;
        const now = performance.now();
        if (idleSeconds !== undefined && now - idleSince > idleSeconds * 1000) break;
        if (now - asked < askVersionEvery) continue;
        asked = now;
        await refuseOtherVersions(redis, address.shown);
      }
    } finally {
      const closed = worker.close();
      stop.abort(new Error("the worker ends"));
      await Promise.race([closed.catch(() => {}), oneOf(lost.aborted ? 0 : 5000, [])]);
      await worker.disconnect().catch(() => {});
    }
    lost.throwIfAborted();
  } catch (error) {
    throw connection.failure(error);
  } finally {
    connection.close();
    await pool.close();
    await remove();
  }
}

/** Waits until a signal is aborted, but not for longer. */
function oneOf(milliseconds: number, signals: readonly (AbortSignal | undefined)[]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    for (const signal of signals) {
      if (signal?.aborted) return done();
      signal?.addEventListener("abort", done);
    }
  });
}
