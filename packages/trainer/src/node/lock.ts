import { randomBytes } from "node:crypto";
import { link, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as z from "zod/mini";
import { isLit, lightBeacon } from "./beacon.ts";
import { jsonValue, readText } from "./json-file.ts";
import { lives, type ProcessIdentity, thisProcess } from "./process-identity.ts";
import { onDisk, RunFolderError } from "./run-folder-error.ts";

interface Holder extends ProcessIdentity {
  /** The socket beside the lock that answers while it is held. */
  readonly beacon?: string;
}

const text = z.optional(z.string());

const holderSchema: z.ZodMiniType<Holder> = z.object({
  pid: z.int().check(z.gte(1), z.lt(2 ** 31)),
  host: z.string(),
  boot: text,
  namespace: text,
  start: text,
  beacon: z.optional(z.string().check(z.regex(/^lock\.[0-9a-f]+$/))),
});

/**
 * Takes a run folder for this caller alone; returns what gives it back. The lock of a process that no
 * longer lives (killed, even if its pid is another's by now, or the machine restarted) is taken over
 * at once.
 *
 * @throws RunFolderError naming the lock, while the folder is in use or if its lock is not readable
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const place = resolve(folder);
  const path = join(place, "lock");
  const beacon = `lock.${randomBytes(8).toString("hex")}`;
  const mine = join(place, `${beacon}.mine`);
  const putOut = await lightBeacon(place, beacon);
  const here = await thisProcess();
  const holder: Holder = { ...here, ...(putOut && { beacon }) };
  try {
    await onDisk(`lock ${folder}`, async () => {
      await writeFile(mine, JSON.stringify(holder), { flush: true });
      await take(path, mine, (lock, text) => refuseIfHeld(folder, lock, text, here));
      await removeRemains(place, here);
    });
  } catch (error) {
    await putOut?.();
    throw error;
  } finally {
    await rm(mine, { force: true }).catch(leave);
  }
  return async () => {
    await rm(path, { force: true }).catch(leave);
    await putOut?.();
  };
}

/** On a disk that has become read-only things stay; they are dead with their beacon, and the next one removes them. */
const leave = () => {};

/** Whether a folder is locked by a process that lives, or may live where that cannot be seen from here. */
export async function isInUse(folder: string): Promise<boolean> {
  const text = await readText(join(folder, "lock"));
  if (text === undefined) return false;
  const holder = jsonValue(text, holderSchema);
  return !holder || (await isHeld(resolve(folder), holder, await thisProcess())) !== false;
}

/**
 * Makes `mine` the lock at a path. A dead one is replaced under a lock of its own, so that of many who
 * find it dead one replaces it.
 *
 * @param refuse throws if the lock with this text is held
 */
async function take(
  path: string,
  mine: string,
  refuse: (path: string, text: string) => Promise<void>,
): Promise<void> {
  while (!(await linked(mine, path))) {
    const text = await readText(path);
    if (text === undefined) continue; // given back meanwhile
    await refuse(path, text);
    const replacing = `${path}.next`;
    await take(replacing, mine, refuse);
    if ((await readText(path)) === text) return rename(replacing, path);
    await rm(replacing);
  }
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

async function refuseIfHeld(
  folder: string,
  path: string,
  text: string,
  here: ProcessIdentity,
): Promise<void> {
  const holder = jsonValue(text, holderSchema);
  if (!holder) {
    throw new RunFolderError(
      `${path} is no lock of a run folder`,
      "if nothing trains there, remove it",
    );
  }
  const held = await isHeld(resolve(folder), holder, here);
  if (held === false) return;
  const { pid, host } = holder;
  const isOurs = pid === here.pid && holder.start === here.start;
  throw new RunFolderError(
    `${folder} is in use by process ${pid}${isOurs ? ", this one" : ""}${host === here.host ? "" : ` on ${host}`}, says ${path}`,
    held ? "wait until it ends, or stop it" : "if that process is gone, remove that file",
  );
}

/** Whether the lock's holder lives; undefined if that cannot be seen from here. */
async function isHeld(
  place: string,
  holder: Holder,
  here: ProcessIdentity,
): Promise<boolean | undefined> {
  const { boot, namespace, start, beacon } = holder;
  const sameHost = holder.host === here.host;
  if (boot !== here.boot && boot !== undefined) return sameHost ? false : undefined;
  if (boot !== undefined && beacon !== undefined) return isLit(place, beacon);
  if (!sameHost || (namespace ?? here.namespace) !== here.namespace) return undefined;
  // locks of early versions hold no start: one with our own pid is of a process before us
  if (holder.pid === here.pid && start !== here.start) return false;
  return lives(holder);
}

/** Removes what killed processes left of theirs. */
async function removeRemains(place: string, here: ProcessIdentity): Promise<void> {
  const names = await readdir(place);
  for (const beacon of names.filter((name) => /^lock\.[0-9a-f]{16}$/.test(name))) {
    if (await isLit(place, beacon)) continue;
    const remains = names.filter((name) => name.startsWith(beacon));
    await Promise.all(remains.map((name) => rm(join(place, name), { force: true })));
  }
  for (const mine of names.filter((name) => /^lock\.[0-9a-f]{16}\.mine$/.test(name))) {
    const holder = jsonValue((await readText(join(place, mine))) ?? "", holderSchema);
    if (!holder || (await isHeld(place, holder, here)) !== false) continue;
    await rm(join(place, mine), { force: true });
  }
}
