import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInUse, lockFolder, onDisk } from "@grokscape/trainer/node";

const start = "grokscape-worker-";

/** A folder of this worker alone, and what takes it away; those of workers that were killed go now. */
export async function workFolder(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const place = tmpdir();
  for (const name of await onDisk(`read ${place}`, () => readdir(place))) {
    if (name.startsWith(start)) await removeIfDead(join(place, name)).catch(() => {}); // somebody else's
  }
  const folder = await onDisk(`make a folder in ${place}`, () => mkdtemp(join(place, start)));
  const unlock = await lockFolder(folder);
  return {
    folder,
    async remove() {
      await unlock();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One without a lock has only just been made. */
async function removeIfDead(folder: string): Promise<void> {
  const isDead = existsSync(join(folder, "lock")) && !(await isInUse(folder));
  if (isDead) await rm(folder, { recursive: true, force: true });
}
