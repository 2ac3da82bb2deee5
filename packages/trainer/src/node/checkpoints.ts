import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { decodeCheckpoint, encodeCheckpoint } from "../checkpoint/checkpoint.ts";
import type { TrainingState } from "../train.ts";
import { onDisk, RunFolderError } from "./run-folder-error.ts";
import { temporarySuffix, writeAtomically } from "./write-atomically.ts";

const kept = 2;

/** The steps that a run folder has checkpoints of, ascending. */
export async function checkpointSteps(folder: string): Promise<number[]> {
  const names = await readdir(join(folder, "checkpoints")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .flatMap((name) => /^(\d+)\.safetensors$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** The path of the checkpoint of one step. */
export const checkpointPath = (folder: string, step: number): string =>
  join(folder, "checkpoints", `${step}.safetensors`);

/** @throws RunFolderError naming the file, if it is damaged */
export async function readCheckpoint(folder: string, step: number): Promise<TrainingState> {
  const path = checkpointPath(folder, step);
  const file = await onDisk(`read ${path}`, () => readFile(path));
  try {
    const state = decodeCheckpoint(file);
    if (state.step !== step) throw new Error(`it is of step ${state.step}`);
    return state;
  } catch (error) {
    throw new RunFolderError(
      `${path} is damaged: ${(error as Error).message}`,
      "remove it to go on from the checkpoint before it",
    );
  }
}

/** Writes a checkpoint; it and the one before it stay, older ones go. */
export async function writeCheckpoint(folder: string, state: TrainingState): Promise<void> {
  await mkdir(join(folder, "checkpoints"), { recursive: true });
  await writeAtomically(checkpointPath(folder, state.step), encodeCheckpoint(state));
  const steps = await checkpointSteps(folder);
  const old = steps.filter((step) => step <= state.step).slice(0, -kept);
  await Promise.all(old.map((step) => rm(checkpointPath(folder, step), { force: true })));
}

/** Removes what a killed process left half written. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const place of [folder, join(folder, "checkpoints")]) {
    const names = await readdir(place).catch(() => []);
    const unfinished = names.filter((name) => name.endsWith(temporarySuffix));
    await Promise.all(unfinished.map((name) => rm(join(place, name), { force: true })));
  }
}
