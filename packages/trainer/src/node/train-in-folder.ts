import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import type { TrainingState } from "../checkpoint/training-state.ts";
import type { RunConfig } from "../config/config.ts";
import { mustTrain } from "../engines/admit.ts";
import { DivergedError } from "../engines/diverged-error.ts";
import type { AnySession, Session } from "../engines/engine.ts";
import { mustFitState } from "../engines/fits.ts";
import { checksumOfRows, hashExamples } from "../identity.ts";
import { namesOf } from "../optimiser/link.ts";
import type { TakenReading } from "../reader.ts";
import type { MetricRow, RunRecord } from "../record/record.ts";
import { setUp } from "../set-up.ts";
import { type TrainOptions, trainFrom } from "../train.ts";
import {
  checkpointPath,
  checkpointSteps,
  damaged,
  latestCheckpoint,
  removeUnfinished,
  writeCheckpoint,
} from "./checkpoints.ts";
import { type AskedRun, configFile, isSameRun } from "./config-file.ts";
import { openLines } from "./lines-file.ts";
import { lockFolder } from "./lock.ts";
import { describeHere, readRun, type StoredRun, summaryFile } from "./run-folder.ts";
import { onDisk, RunFolderError } from "./run-folder-error.ts";
import { keepSplit } from "./split-files.ts";
import { writeAtomically } from "./write-atomically.ts";

/** As for `train`; resuming and checkpoints are the folder's business. */
export interface FolderOptions<Opened extends AnySession = Session>
  extends Omit<TrainOptions<Opened>, "resumeFrom" | "metrics" | "onCheckpoint" | "onReading"> {
  /** A checkpoint every so many steps; 50 if not given. */
  readonly checkpointEvery?: number;
}

/**
 * Trains in a run folder, and goes on where an earlier process stopped, was killed or ran out of
 * disk: the bytes are those of an unbroken run. A run that has ended is not trained again; its
 * record is returned at once.
 *
 * The folder holds `config.json`, `train.npy` and `test.npy` (indices of the examples shown and held
 * out, uint32), `metrics.jsonl` (a row a line), `readings.jsonl` (a line a step, if something was read off the network),
 * `checkpoints/<step>.safetensors` (the last two) and, while the run has stopped, `summary.json`. They are bound to each other by the run's id and by
 * checksums of its examples and rows.
 *
 * @throws InputError if the engine does not know the network, a link brought along has no name, or the
 * task or split cannot be made; nothing is written then
 * @throws DivergedError as `train` does; the rows and checkpoints before it stay, and it names the last
 * @throws RunFolderError if the folder is damaged, in use, holds another run or parts of one, or
 * cannot be written
 */
export async function* trainInFolder<Opened extends AnySession = Session>(
  folder: string,
  config: RunConfig,
  options: FolderOptions<Opened>,
): AsyncGenerator<MetricRow, RunRecord, void> {
  const { engine, links, readings } = options;
  mustTrain(engine, { ...config, links });
  if (links?.some(({ name }) => !name)) {
    throw new InputError("a link without a name cannot train in a run folder", "give it a name");
  }
  const run = setUp(config, options);
  const { task, parts, problem } = run;
  const examples = hashExamples(task, problem.train, problem.test);
  const asked = { config, engine, links: namesOf(links), examples };
  await onDisk(`make ${folder}`, () => mkdir(folder, { recursive: true }));
  const summary = join(folder, "summary.json");
  const unlock = await lockFolder(folder);
  try {
    const stored = await openFolder(folder, asked);
    if (stored.record && stored.record.stopped !== "aborted") return stored.record;
    await removeUnfinished(folder);
    const { resumeFrom, metrics } = await continuation(folder, stored);
    if (resumeFrom) {
      try {
        mustFitState(problem, resumeFrom);
      } catch (error) {
        throw damaged(checkpointPath(folder, resumeFrom.step), error);
      }
    }
    await keepSplit(folder, parts);
    await onDisk(`remove ${summary}`, () => rm(summary, { force: true }));
    const file = await openLines(join(folder, "metrics.jsonl"), metrics);
    const readingsFile =
      readings && (await openLines(join(folder, "readings.jsonl"), before(stored, resumeFrom)));
    const startedAt = new Date().toISOString();
    const began = performance.now();
    let last: TrainingState | undefined;
    const rows = trainFrom(run, {
      ...options,
      checkpointEvery: options.checkpointEvery ?? 50,
      resumeFrom,
      metrics,
      onReading: (reading) => readingsFile?.append(reading),
      onCheckpoint: async (state) => {
        await file.flush();
        await readingsFile?.flush();
        await writeCheckpoint(folder, state);
        last = state;
      },
    });
    try {
      let next = await rows.next();
      for (; !next.done; next = await rows.next()) {
        await file.append(next.value);
        yield next.value;
      }
      const session = {
        startedAt,
        fromStep: resumeFrom?.step ?? 0,
        seconds: (performance.now() - began) / 1000,
        ...describeHere(),
      };
      const checksum = checksumFrom(last, next.value.metrics);
      await writeAtomically(summary, summaryFile(next.value, checksum, session));
      return next.value;
    } catch (error) {
      throw error instanceof DivergedError ? await keeping(folder, error) : error;
    } finally {
      await rows.return(undefined as never);
      await file.close();
      await readingsFile?.close();
    }
  } finally {
    await unlock();
  }
}

/** The checksum of all rows, going on from that of a state. */
const checksumFrom = (state: TrainingState | undefined, rows: readonly MetricRow[]): string =>
  checksumOfRows(
    rows.filter(({ step }) => step >= (state?.step ?? 0)),
    state?.origin?.rows,
  );

/** What the folder holds, after making it this run's if it is empty. */
async function openFolder(folder: string, asked: AskedRun): Promise<StoredRun> {
  const contents = (await onDisk(`read ${folder}`, () => readdir(folder))).filter(
    (name) => !name.startsWith("lock"),
  );
  if (contents.every((name) => name.startsWith("config.json."))) {
    await writeAtomically(join(folder, "config.json"), configFile(asked));
  }
  const stored = await readRun(folder);
  if (isSameRun(stored, asked)) {
    if ((stored.examples ?? asked.examples) === asked.examples) return stored;
    throw new RunFolderError(
      `${folder} holds a run on other examples of the task ${stored.config.task}`,
      "another task needs another name, and a folder of its own",
    );
  }
  const { config, engine } = asked;
  const { name, numericVersion } = stored.engine;
  throw new RunFolderError(
    `${folder} holds another run, of ${stored.config.task} with engine ${name} ${numericVersion}${withLinks(stored)}`,
    `this one is ${config.task} with engine ${engine.name} ${engine.numericVersion}${withLinks(asked)}: give it a folder of its own`,
  );
}

/** Readings that a resumed run does not take again. */
const before = ({ readings }: StoredRun, state: TrainingState | undefined): TakenReading[] =>
  readings.filter(({ step }) => state !== undefined && step < state.step);

/** The error, saying what the folder still has. */
async function keeping(folder: string, error: DivergedError): Promise<DivergedError> {
  const step = (await checkpointSteps(folder)).at(-1);
  const kept =
    step === undefined
      ? "there was no checkpoint yet"
      : `the last good checkpoint is ${checkpointPath(folder, step)}`;
  return new DivergedError(error.step, error.tensor, error.finding, kept);
}

const withLinks = ({ links }: Pick<StoredRun, "links">): string =>
  links ? ` and links ${links.join(", ")}` : "";

/** From where to go on: the last checkpoint and the rows before it. */
async function continuation(
  folder: string,
  { config, metrics }: StoredRun,
): Promise<{ resumeFrom?: TrainingState; metrics: readonly MetricRow[] }> {
  const resumeFrom = await latestCheckpoint(folder);
  if (!resumeFrom) return { metrics: [] };
  const { step, origin } = resumeFrom;
  const before = metrics.filter((row) => row.step < step);
  const expected = Math.ceil(step / config.evaluateEvery);
  const changed = (how: string) =>
    new RunFolderError(
      `${join(folder, "metrics.jsonl")} is damaged: ${how}`,
      "restore it from a copy, or remove the run's folder to train anew",
    );
  if (before.length !== expected) {
    throw changed(`it has ${before.length} rows before step ${step}, not ${expected}`);
  }
  if (origin && origin.rows !== checksumOfRows(before)) {
    throw changed(`its rows before step ${step} are not those that were measured`);
  }
  return { resumeFrom, metrics: before };
}
