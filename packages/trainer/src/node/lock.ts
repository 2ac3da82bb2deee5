import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { onDisk, RunFolderError } from "./run-folder-error.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes a run folder for this process alone; returns what gives it back. The lock of a process
 * that no longer lives (killed, or the machine restarted) is taken over at once.
 *
 * @throws RunFolderError while another process trains there
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const mine = `${path}.${process.pid}`;
  const holder: Holder = { pid: process.pid, host: hostname() };
  return onDisk(`lock ${folder}`, async () => {
    await writeFile(mine, JSON.stringify(holder));
    try {
      while (!(await linked(mine, path))) await removeIfDead(folder, path);
    } finally {
      await rm(mine, { force: true });
    }
    return () => rm(path, { force: true });
  });
}

/** Hard links are made whole or not at all, and never over an existing file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function removeIfDead(folder: string, path: string): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return; // given back meanwhile
  refuseIfAlive(folder, path, text);
  const taken = `${path}.dead.${process.pid}`;
  try {
    await rename(path, taken);
  } catch {
    return; // another process took it over first
  }
  const moved = await readFile(taken, "utf8");
  if (moved !== text) await linked(taken, path); // it had changed hands in between: put it back
  await rm(taken, { force: true });
}

function refuseIfAlive(folder: string, path: string, text: string): void {
  let holder: Partial<Holder> = {};
  try {
    holder = JSON.parse(text);
  } catch {
    // a lock that says nothing is nobody's
  }
  const { pid, host } = holder;
  if (!Number.isInteger(pid) || host === undefined) return;
  if (host !== hostname()) {
    throw new RunFolderError(
      `${folder} is in use by process ${pid} on ${host}`,
      `if that process is gone, remove ${path}`,
    );
  }
  if (isAlive(pid as number)) {
    throw new RunFolderError(
      `${folder} is in use by process ${pid}`,
      "wait until it ends, or stop it",
    );
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
