import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { npy, type Split } from "@grokscape/group-datasets";
import { onDisk, RunFolderError, unlessMissing } from "./run-folder-error.ts";
import { writeAtomically } from "./write-atomically.ts";

/**
 * Keeps the indices of the examples shown and held out as `train.npy` and `test.npy` (uint32) in a run
 * folder.
 *
 * @throws RunFolderError if one of them is there with other indices
 */
export async function keepSplit(folder: string, parts: Split): Promise<void> {
  const missing = new Map<string, Uint8Array>();
  for (const part of ["train", "test"] as const) {
    const path = join(folder, `${part}.npy`);
    const file = npy(parts[part], [parts[part].length]);
    const there = await onDisk(`read ${path}`, () => unlessMissing(readFile(path)));
    if (!there) missing.set(path, file);
    else if (!there.equals(file)) {
      throw new RunFolderError(
        `${path} has been changed: its indices are not those of the run's split`,
        "remove it, and it is written anew",
      );
    }
  }
  await Promise.all(Array.from(missing, ([path, file]) => writeAtomically(path, file)));
}
