import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { DivergedError, type MetricRow, type RunConfig, runId } from "@grokscape/trainer";
import {
  fastestEngine,
  isInUse,
  lockFolder,
  onDisk,
  RunFolderError,
  type SweepOptions,
  type SweptRun,
  sweep,
  writeAtomically,
} from "@grokscape/trainer/node";
import type { PlannedRun } from "../../experiment.ts";
import { readStore } from "./store.ts";
import { failureFile, hasEnded, readStoreRun, type StoreRun } from "./stored-run.ts";

/**
 * Trains runs, each in a folder of its own in `options.runs`, and yields what became of each as it ends:
 * the trainer's `sweep`, or what has the runs trained elsewhere.
 */
export type Execute = (
  configs: readonly RunConfig[] | AsyncIterable<RunConfig>,
  options: SweepOptions & { readonly runs: string },
) => AsyncIterable<SweptRun>;

export interface StoreOptions extends Pick<SweepOptions, "threads" | "signal"> {
  /** Who does it, where parts of a sweep work on one store: "shard-1-of-8". "sweep" if not given. */
  readonly worker?: string;
  /** The trainer's `sweep` if not given. */
  readonly execute?: Execute;
  /** Called with those that have not ended yet, before they are trained. */
  readonly onBegin?: (missing: readonly PlannedRun[]) => void | Promise<void>;
  readonly onRow?: (run: PlannedRun, row: MetricRow) => void;
  /** Called with each run that ends. */
  readonly onRun?: (run: PlannedRun, came: StoreRun) => void;
}

/** What became of runs. */
export interface StoreOutcome {
  /** Those that have ended, now or before, by their configs. */
  readonly ended: ReadonlyMap<RunConfig, StoreRun>;
  /** Those that could not be trained. */
  readonly failed: readonly { readonly run: PlannedRun; readonly error: Error }[];
}

/**
 * Trains runs in a store. What has ended there, diverged or not, is not trained again; what was stopped or
 * killed goes on from its last checkpoint.
 *
 * @throws InputError if the store's runs are of another arithmetic, or somebody else is at work in it
 * @throws RunFolderError if nothing can be written there any more; the reason of the signal
 */
export async function trainInStore(
  folder: string,
  runs: readonly PlannedRun[],
  { worker = "sweep", execute = sweep, threads, signal, ...on }: StoreOptions = {},
): Promise<StoreOutcome> {
  const ids = new Map<RunConfig, string>();
  const versions = new Map<string, string>();
  for (const { config } of runs) {
    const engine = await fastestEngine(config, { threads: 1 });
    ids.set(config, runId(config, engine));
    versions.set(engine.name, engine.numericVersion);
  }
  const idOf = (config: RunConfig) => ids.get(config) as string;
  const unlock = await lockStore(folder, worker);
  try {
    const store = await readStore(folder);
    refuseOtherArithmetic(folder, store.runs, versions);
    const known = new Map(store.runs.filter(hasEnded).map((run) => [run.id, run]));
    for (const id of known.keys()) await removeDeadLock(join(folder, id));
    const ended = new Map<RunConfig, StoreRun>();
    const planned = new Map<RunConfig, PlannedRun>();
    for (const run of runs) {
      const before = known.get(idOf(run.config));
      if (before) ended.set(run.config, before);
      else planned.set(run.config, run);
    }
    await on.onBegin?.([...planned.values()]);
    const failed: { run: PlannedRun; error: Error }[] = [];
    const swept = execute([...planned.keys()], {
      threads,
      signal,
      runs: folder,
      onRow: (config, row) => on.onRow?.(planned.get(config) as PlannedRun, row),
    });
    for await (const one of swept) {
      const run = planned.get(one.config) as PlannedRun;
      const id = idOf(one.config);
      const own = join(folder, id);
      if ("error" in one) {
        const { error } = one;
        if (error instanceof DivergedError) await keepFailure(own, id, error);
        else if (!(error instanceof InputError)) throw error;
        else if (error instanceof RunFolderError && error.systemCode) throw error;
        else {
          failed.push({ run, error });
          continue;
        }
      }
      const came = await readStoreRun(own);
      ended.set(one.config, came);
      on.onRun?.(run, came);
    }
    await readStore(folder); // and so brings its index up to date
    return { ended, failed };
  } finally {
    await unlock();
  }
}

/** Of a process that ended after its run and before it could give the folder back. */
async function removeDeadLock(folder: string): Promise<void> {
  if (!existsSync(join(folder, "lock"))) return;
  const unlock = await lockFolder(folder).catch(() => undefined); // it lives
  await unlock?.();
}

/** Runs that diverge would do so again: how is kept beside what they left. */
export const keepFailure = (folder: string, id: string, { step, finding }: DivergedError) =>
  writeAtomically(
    join(folder, failureFile),
    `${JSON.stringify({ id, step, why: `training diverged: ${finding}` }, null, 2)}\n`,
  );

/**
 * Takes a store for whoever does a sweep, or one of its parts; parts of the same number work side by side.
 *
 * @throws InputError if another is at work there on the same runs
 */
export async function lockStore(folder: string, worker: string): Promise<() => Promise<void>> {
  const place = join(folder, `.${worker}`);
  const refuse = (who: string, place: string): never => {
    throw new InputError(
      `${who} is at work in ${folder}, on the same runs`,
      `wait until it ends, or stop it; if its machine is gone, remove ${join(place, "lock")}`,
    );
  };
  if (await isInUse(place)) refuse(`another ${worker}`, place);
  await onDisk(`make ${place}`, () => mkdir(place, { recursive: true }));
  const unlock = await lockFolder(place);
  const number = numberOfParts(worker);
  for (const name of await readdir(folder)) {
    const other = /^\.(sweep|shard-.*)$/.exec(name)?.[1];
    if (!other || other === worker || (number && number === numberOfParts(other))) continue;
    if (!(await isInUse(join(folder, name)))) continue;
    await unlock();
    refuse(other === "sweep" ? "a whole sweep" : other, join(folder, name));
  }
  return unlock;
}

const numberOfParts = (worker: string) => /^shard-\d+-of-(\d+)$/.exec(worker)?.[1];

export function refuseOtherArithmetic(
  folder: string,
  runs: readonly StoreRun[],
  versions: ReadonlyMap<string, string>,
): void {
  for (const { engine = "" } of runs) {
    const [name, version] = engine.split(" ");
    const own = versions.get(name);
    if (own === undefined || own === version) continue;
    throw new InputError(
      `${folder} holds runs of the engine ${engine}, and this version computes as ${name} ${own}: not to the same bytes`,
      "give the sweep a store of its own, or go on with the version that made this one",
    );
  }
}
