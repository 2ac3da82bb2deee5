import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { decodeCheckpoint, encodeCheckpoint } from "../checkpoint/checkpoint.ts";
import { mustBeOf } from "../checkpoint/must-be-of.ts";
import type { TrainingState } from "../checkpoint/training-state.ts";
import { readConfigFile } from "./config-file.ts";
import { onDisk, RunFolderError, unlessMissing } from "./run-folder-error.ts";
import { temporarySuffix, writeAtomically } from "./write-atomically.ts";

const kept = 2;

/** The steps that a run folder has checkpoints of, ascending. */
export async function checkpointSteps(folder: string): Promise<number[]> {
  const names = await namesIn(join(folder, "checkpoints"));
  return names
    .flatMap((name) => /^(\d+)\.safetensors$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** The path of the checkpoint of one step. */
export const checkpointPath = (folder: string, step: number): string =>
  join(folder, "checkpoints", `${step}.safetensors`);

/**
 * The checkpoint of one step. A run under way keeps its last two only: `latestCheckpoint` and
 * `readCheckpoints` find those that are there.
 *
 * @throws RunFolderError naming the file, if it is missing, damaged or of another run
 */
export async function readCheckpoint(folder: string, step: number): Promise<TrainingState> {
  const path = checkpointPath(folder, step);
  const file = await onDisk(`read ${path}`, () => readFile(path));
  const { id, examples, config } = await readConfigFile(folder);
  try {
    const state = decodeCheckpoint(file);
    if (state.step !== step) throw new InputError(`it is of step ${state.step}`);
    const { origin } = state;
    if (!origin && examples !== undefined)
      throw new InputError("it does not say of which run it is");
    const { examples: seen = "", rows = "" } = origin ?? {};
    mustBeOf({ run: id, examples: examples ?? seen, rows }, config.steps, state);
    return state;
  } catch (error) {
    throw damaged(path, error);
  }
}

/**
 * The last checkpoint of a run folder, whatever another process does there meanwhile; undefined before
 * the first.
 *
 * @throws RunFolderError naming the file, if it is damaged or of another run
 */
export async function latestCheckpoint(folder: string): Promise<TrainingState | undefined> {
  return (await readLast(folder, 1))[0];
}

/** All checkpoints that a run folder keeps, ascending; for the rest as `latestCheckpoint`. */
export const readCheckpoints = (folder: string): Promise<TrainingState[]> =>
  readLast(folder, Infinity);

/** The last so many checkpoints. One that goes while they are read makes it look again. */
async function readLast(folder: string, most: number): Promise<TrainingState[]> {
  let seen = "";
  for (;;) {
    const steps = (await checkpointSteps(folder)).slice(-most);
    const read = steps.map((step) => readCheckpoint(folder, step));
    const results = await Promise.allSettled(read);
    const failed = results.find((result) => result.status === "rejected");
    if (!failed) return Promise.all(read);
    if (`${steps}` === seen) throw failed.reason;
    seen = `${steps}`;
  }
}

/** The error for a checkpoint that a run cannot go on from. */
export function damaged(path: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  return new RunFolderError(
    `${path} is damaged: ${error.message}`,
    "remove it to go on from the checkpoint before it",
  );
}

/** Writes a checkpoint; it and the one before it stay, older ones go. */
export async function writeCheckpoint(folder: string, state: TrainingState): Promise<void> {
  const path = checkpointPath(folder, state.step);
  await onDisk(`write ${path}`, () => mkdir(dirname(path), { recursive: true }));
  await writeAtomically(path, encodeCheckpoint(state));
  const steps = await checkpointSteps(folder);
  const old = steps.filter((step) => step <= state.step).slice(0, -kept);
  await removeAll(old.map((step) => checkpointPath(folder, step)));
}

/** Removes what a killed process left half written. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const place of [folder, join(folder, "checkpoints")]) {
    const names = await namesIn(place);
    const unfinished = names.filter((name) => name.endsWith(temporarySuffix));
    await removeAll(unfinished.map((name) => join(place, name)));
  }
}

const namesIn = async (place: string): Promise<string[]> =>
  (await onDisk(`read ${place}`, () => unlessMissing(readdir(place)))) ?? [];

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await onDisk(`remove ${path}`, () => rm(path, { force: true }));
}
