import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { hashTensors, runId } from "@grokscape/trainer";
import {
  checkpointSteps,
  onDisk,
  readCheckpoint,
  readRun,
  writeAtomically,
} from "@grokscape/trainer/node";
import { hasEnded, readStoreRun } from "../store/stored-run.ts";
import type { Files } from "./payload.ts";

const plainFiles = [
  "config.json",
  "train.npy",
  "test.npy",
  "metrics.jsonl",
  "readings.jsonl",
  "summary.json",
];
const checkpointFile = /^checkpoints\/\d{1,15}\.safetensors$/;

/** What a run folder holds, of its checkpoints the last. */
export async function filesOf(folder: string): Promise<Files> {
  const [last] = (await checkpointSteps(folder)).slice(-1);
  const names = [
    ...plainFiles.filter((name) => existsSync(join(folder, name))),
    ...(last === undefined ? [] : [`checkpoints/${last}.safetensors`]),
  ];
  const read = names.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map(await Promise.all(read));
}

/**
 * Keeps what came of a run as a folder of a store. If the run has ended there before, what came must be the
 * same, but for where and how long it was trained; nothing is overwritten. What an unbroken run would have
 * left on the way there, in a folder that has not ended, gives place.
 *
 * @throws InputError if it is another run, is not whole, or ended in other bytes before
 */
export async function keepRun(store: string, id: string, files: Files): Promise<void> {
  const strange = [...files.keys()].find(
    (name) => !plainFiles.includes(name) && !checkpointFile.test(name),
  );
  if (strange !== undefined) {
    throw new InputError(
      `what came of ${id} has a file that no run has: ${JSON.stringify(strange)}`,
    );
  }
  const own = join(store, id);
  const arriving = join(store, `.arriving-${id}`);
  await onDisk(`remove ${arriving}`, () => rm(arriving, { recursive: true, force: true }));
  for (const [name, data] of files) {
    const path = join(arriving, name);
    await onDisk(`write ${path}`, () => mkdir(dirname(path), { recursive: true }));
    await writeAtomically(path, data);
  }
  await mustBeWhole(arriving, id);
  if (existsSync(own) && hasEnded(await readStoreRun(own))) {
    const other = await firstDifference(own, files);
    if (other !== undefined) {
      const aside = join(store, `.refused-${id}`);
      await rm(aside, { recursive: true, force: true });
      await rename(arriving, aside);
      throw new InputError(
        `${id} came in other bytes than ${own} holds, first in ${other}; nothing was overwritten`,
        `what came is kept in ${aside}: the same run must end in the same bytes on every machine`,
      );
    }
    await rm(arriving, { recursive: true });
    return;
  }
  await onDisk(`replace ${own}`, async () => {
    await rm(own, { recursive: true, force: true });
    await rename(arriving, own);
  });
}

/** @throws InputError if the folder is not of this run, or its parts do not belong together */
async function mustBeWhole(folder: string, id: string): Promise<void> {
  const { config, engine, links, record } = await readRun(folder);
  const told = runId(config, engine, links);
  if (told !== id) throw new InputError(`what came of ${id} is the run ${told}`);
  if (!record) return; // it diverged
  const { weights } = await readCheckpoint(folder, record.steps);
  if (hashTensors(weights) === record.weightsHash) return;
  throw new InputError(`what came of ${id} has other weights than its summary says`);
}

/** The first file that differs from a folder's, but for the session in its summary. */
async function firstDifference(folder: string, files: Files): Promise<string | undefined> {
  for (const [name, data] of files) {
    const path = join(folder, name);
    const there = existsSync(path) ? await readFile(path) : undefined;
    // when a run that diverges keeps its last one is up to the clock
    if (!there && checkpointFile.test(name) && !files.has("summary.json")) continue;
    const isSame =
      there &&
      (name === "summary.json" ? outcomeIn(there) === outcomeIn(data) : there.equals(data));
    if (!isSame) return name;
  }
  return undefined;
}

function outcomeIn(summary: Uint8Array): string {
  const { session: _, ...outcome } = JSON.parse(Buffer.from(summary).toString("utf8"));
  return JSON.stringify(outcome);
}
