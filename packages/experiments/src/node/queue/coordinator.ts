import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { DivergedError, type MetricRow, type RunConfig, runId } from "@grokscape/trainer";
import {
  fastestEngine,
  RunFolderError,
  readRun,
  type SweptRun,
  writeAtomically,
} from "@grokscape/trainer/node";
import { type Job, Queue, QueueEvents } from "bullmq";
import { hasEnded, readStoreRun } from "../store/stored-run.ts";
import type { Execute } from "../store/train-in-store.ts";
import type { QueueAddress } from "./address.ts";
import { type Connection, connect, prefix } from "./connection.ts";
import { showCoordinator } from "./coordinators.ts";
import {
  type JobState,
  jobId,
  type Lack,
  mostDeaths,
  type RunAnswer,
  type RunJob,
  type RunNews,
  runOf,
} from "./job.ts";
import { receiveFiles, removePayloads } from "./payload.ts";
import { keepRun } from "./run-files.ts";
import { queueName } from "./version.ts";

/** A queue that runs can be handed out on. */
export interface RunQueue {
  /** How many workers are there now. */
  workers(): Promise<number>;
  /** Has runs trained by the workers, for `trainInStore`. */
  readonly execute: Execute;
  close(): Promise<void>;
}

type Jobs = Queue<RunJob, RunAnswer>;

/** Jobs of one store that are on the server at a time: more wait here. */
const mostJobs = 500;
/** Of such as come to be known one by one, those that no worker has begun: one more is asked for below that. */
const leastUnbegun = 1;
const attempts = 3;
/** Milliseconds: what events may have missed is looked for that often. */
const lookEvery = 2000;
/** And what the server may have lost when it was killed. */
const seekEvery = 15_000;

/**
 * Opens a queue to hand out the runs of a sweep.
 *
 * @param sweep its id, for workers to tell
 * @param onLack called when a worker leaves a run to others
 * @throws InputError if there is no queue that can be used
 */
export async function openQueue(
  address: QueueAddress,
  sweep: string,
  onLack?: (lack: Lack) => void,
): Promise<RunQueue> {
  const connection = await connect(address);
  const queue: Jobs = new Queue(queueName, {
    connection: connection.redis,
    prefix,
    streams: { events: { maxLen: 1000 } },
  });
  queue.on("error", () => {}); // commands tell them
  return {
    async workers() {
      try {
        return await queue.getWorkersCount();
      } catch (error) {
        throw connection.failure(error);
      }
    },
    async *execute(configs, { runs, signal, onRow }) {
      const store = await storeName(runs);
      try {
        yield* handOut(connection, queue, {
          ...{ sweep, store, folder: runs, configs, signal },
          ...{ onRow, onLack },
        });
      } catch (error) {
        throw signal?.aborted ? error : connection.failure(error);
      }
    },
    async close() {
      await queue.close().catch(() => {});
      connection.close();
    },
  };
}

/** The name that a store has on queues: made up once, and kept in it. */
async function storeName(folder: string): Promise<string> {
  const path = join(folder, "queue.json");
  if (existsSync(path)) {
    const [, known] = /"store": ?"([0-9a-f]{16})"/.exec(readFileSync(path, "utf8")) ?? [];
    if (known) return known;
  }
  const name = randomBytes(8).toString("hex");
  await writeAtomically(path, `${JSON.stringify({ store: name }, null, 2)}\n`);
  return name;
}

/** Where a store is, among all machines: a copy of it is elsewhere. */
const placeOf = async (folder: string) => `${hostname()}:${await realpath(folder)}`;

interface HandedOut {
  readonly sweep: string;
  /** The store's name on the queue, and where it is. */
  readonly store: string;
  readonly folder: string;
  readonly configs: readonly RunConfig[] | AsyncIterable<RunConfig>;
  readonly signal?: AbortSignal;
  readonly onRow?: (config: RunConfig, row: MetricRow) => void;
  readonly onLack?: (lack: Lack) => void;
}

async function* handOut(
  connection: Connection,
  queue: Jobs,
  { sweep, store, folder, configs, signal, onRow, onLack }: HandedOut,
): AsyncGenerator<SweptRun, void, void> {
  const { redis, lost } = connection;
  const leave = await showCoordinator(redis, { store, sweep, place: await placeOf(folder) });
  /** Those whose end has not come, by their ids. */
  const open = new Map<string, RunConfig[]>();
  const waiting: string[] = [];
  const out = new Set<string>();
  const bell = newBell();

  /** Has a run wait to be handed out; of one that has ended in the store, tells how. */
  const take = async (config: RunConfig): Promise<SweptRun | undefined> => {
    const run = runId(config, await fastestEngine(config, { threads: 1 }));
    const own = join(folder, run);
    if (existsSync(own) && hasEnded(await readStoreRun(own))) {
      const { record, readings } = await readRun(own);
      if (record) return { config, record, readings }; // it did not diverge
    }
    const same = open.get(run);
    open.set(run, [...(same ?? []), config]);
    if (!same) waiting.push(run);
    return undefined;
  };
  const further = Symbol.asyncIterator in configs ? oneByOne(configs, bell.ring) : undefined;
  const isAllKnown = () => !further || further.isOver();

  const ownIn = async (...states: JobState[]) => {
    const ids = await queue.getRanges(states, 0, -1);
    return ids.flatMap((id) => runOf(store, id) ?? []);
  };
  const add = async (runs: readonly string[]) => {
    const jobs = runs.flatMap((run) => {
      const [config] = open.get(run) ?? [];
      const opts = { jobId: jobId(store, run), attempts, backoff, stackTraceLimit: 0 };
      return config ? [{ name: run, data: { run, config }, opts }] : [];
    });
    if (jobs.length > 0) await queue.addBulk(jobs);
  };
  const remove = async (run: string) => {
    await queue.remove(jobId(store, run));
    await removePayloads(redis, `${jobId(store, run)}:`);
  };
  /** Takes a run away from the worker that trains it, which then gives it up. */
  const takeBack = async (run: string) => {
    await redis.del(`${queue.toKey(jobId(store, run))}:lock`);
    await remove(run);
  };

  const events = new QueueEvents(queueName, { connection: redis, prefix });
  events.on("error", () => {}); // what it misses is looked for
  for (const event of ["active", "completed", "failed"] as const) events.on(event, bell.ring);
  events.on("progress", ({ jobId, data }) => {
    const [config] = open.get(runOf(store, jobId) ?? "") ?? [];
    if (!config) return;
    const news = data as unknown as RunNews;
    if ("lack" in news) onLack?.(news.lack);
    else onRow?.(config, news);
  });
  signal?.addEventListener("abort", bell.ring);
  lost.addEventListener("abort", bell.ring);
  let hasLeft = false;
  try {
    for (const run of await ownIn("failed")) await remove(run); // they are tried again
    for (const config of further ? [] : (configs as readonly RunConfig[])) {
      const ended = await take(config);
      if (ended) yield ended;
    }
    for (let sought = performance.now(); ; ) {
      const isRung = bell.next();
      for (const run of await ownIn("completed", "failed")) {
        const job = await queue.getJob(jobId(store, run));
        const own = open.get(run);
        const answer = job && (await received(connection, folder, run, job));
        if (answer === undefined) {
          await remove(run);
          await add([run]);
          continue;
        }
        open.delete(run);
        out.delete(run);
        hasLeft = true;
        for (const config of own ?? []) yield { config, ...answer };
        hasLeft = false;
        await remove(run); // only now, as it may be this process's last moment
        if (!own && "error" in answer && !(answer.error instanceof DivergedError)) {
          throw answer.error;
        }
        signal?.throwIfAborted();
      }
      if (further) {
        for (const config of further.taken()) {
          const ended = await take(config);
          hasLeft = true;
          if (ended) yield ended;
          hasLeft = false;
        }
        const unbegun = waiting.length + (await ownIn("waiting", "delayed")).length;
        if (unbegun < leastUnbegun) further.ask();
      }
      if (isAllKnown() && open.size === 0) return;
      const next = waiting.splice(0, mostJobs - out.size).filter((run) => open.has(run));
      for (const run of next) out.add(run);
      await add(next);
      if (performance.now() - sought > seekEvery) {
        sought = performance.now();
        const there = new Set(await ownIn("waiting", "delayed", "active", "completed", "failed"));
        await add([...out].filter((run) => !there.has(run)));
      }
      await Promise.race([isRung, sleep(lookEvery)]);
      signal?.throwIfAborted();
      lost.throwIfAborted();
    }
  } finally {
    signal?.removeEventListener("abort", bell.ring);
    const tidy = async () => {
      // nobody is to begin what nobody wants now; what is under way waits for the next time, but for a
      // search's that is over
      const isOver = further && hasLeft;
      const begun: JobState[] = isOver ? ["active", "completed", "failed"] : [];
      for (const run of await ownIn("waiting", "delayed", ...begun)) await takeBack(run);
      if (open.size === 0 || isOver) await removePayloads(redis, `${store}.`);
      await leave();
      await events.close();
    };
    await Promise.race([tidy().catch(() => {}), sleep(5000)]);
    await events.disconnect().catch(() => {});
  }
}

const backoff = { type: "exponential", delay: 500 };

/**
 * What a job came to, its files kept in the store; undefined if they are not whole any more.
 *
 * @throws RunFolderError if the store cannot be written
 */
async function received(
  { redis }: Connection,
  folder: string,
  run: string,
  { returnvalue, failedReason, attemptsMade }: Job<RunJob, RunAnswer>,
) {
  if (!returnvalue) {
    const why = /stalled/.test(failedReason)
      ? `${mostDeaths} workers died while they trained it`
      : `${failedReason}; tried ${attemptsMade} times`;
    return { error: new InputError(why) };
  }
  const { payload, diverged } = returnvalue;
  const files = await receiveFiles(redis, payload);
  if (!files) return undefined;
  try {
    await keepRun(folder, run, files);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error instanceof RunFolderError && error.systemCode) throw error;
    return { error };
  }
  if (diverged) {
    const { step, tensor, finding } = diverged;
    return { error: new DivergedError(step, tensor, finding) };
  }
  const { record, readings } = await readRun(join(folder, run));
  if (!record) return { error: new InputError(`what came of ${run} has no end`) };
  return { record, readings };
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());

/** Something to wait for that happens again and again. */
function newBell() {
  let ring = () => {};
  return {
    ring: () => ring(),
    /** The next time, from now on. */
    next: () =>
      new Promise<void>((resolve) => {
        ring = resolve;
      }),
  };
}

/** Asks for the next of some things when it is told to, and has those that came taken. */
function oneByOne<T>(all: AsyncIterable<T>, ring: () => void) {
  const iterator = all[Symbol.asyncIterator]();
  const came: T[] = [];
  let isAsked = false;
  let isOver = false;
  let failure: { readonly error: unknown } | undefined;
  const next = async () => {
    try {
      const { done, value } = await iterator.next();
      if (done) isOver = true;
      else came.push(value);
    } catch (error) {
      failure = { error };
    }
    isAsked = false;
    ring();
  };
  return {
    ask() {
      if (isAsked || isOver) return;
      isAsked = true;
      void next();
    },
    /** @throws what was thrown in place of the next */
    taken() {
      if (failure) throw failure.error;
      return came.splice(0);
    },
    isOver: () => isOver && came.length === 0,
  };
}
