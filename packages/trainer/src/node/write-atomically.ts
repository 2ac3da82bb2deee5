import { rename, rm, writeFile } from "node:fs/promises";
import { onDisk } from "./run-folder-error.ts";

/** What a write that was cut off may leave behind. */
export const temporarySuffix = ".unfinished";

/** Writes a whole file or leaves the old one as it was, whenever the process or the disk fails. */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = path + temporarySuffix;
  await onDisk(`write ${path}`, async () => {
    try {
      await writeFile(temporary, data, { flush: true });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}
