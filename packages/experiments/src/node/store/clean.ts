import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isInUse, lockFolder, onDisk, RunFolderError } from "@grokscape/trainer/node";
import { lookAt, type StoreRun } from "./stored-run.ts";

/** When something last happened to a run: milliseconds, as Date.now. */
export async function lastChange(folder: string): Promise<number> {
  const end = lookAt(folder)?.end;
  const newest = end ? [end] : ["metrics.jsonl", "config.json"];
  const times = await Promise.all(
    newest.map((file) =>
      stat(join(folder, file)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

/**
 * Removes the folders of runs from a store, none that is in use: it is first moved out of the way as a
 * whole, so that a run is there or not.
 *
 * @returns the ids of those that were removed
 */
export async function removeRuns(store: string, runs: readonly StoreRun[]): Promise<string[]> {
  const removed: string[] = [];
  for (const { id } of runs) {
    const folder = join(store, id);
    if (await isInUse(folder)) continue;
    let unlock: () => Promise<void>;
    try {
      unlock = await lockFolder(folder);
    } catch (error) {
      if (error instanceof RunFolderError && !error.systemCode) continue;
      throw error;
    }
    const away = join(store, `.removed-${id}`);
    await onDisk(`remove ${folder}`, () => rename(folder, away)).finally(unlock);
    await onDisk(`remove ${away}`, () => rm(away, { recursive: true, force: true }));
    removed.push(id);
  }
  return removed;
}
