// Preloaded: after so many writes the disk of this process and its threads is full, or is read-only, until it is
// mended. A write to a full disk leaves half of what was to be written.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { getEnvironmentData, isMainThread, setEnvironmentData } from "node:worker_threads";
import type { DiskFailure } from "./failing-disk.ts";

const name = "grokscape failing disk";
if (isMainThread) setEnvironmentData(name, new SharedArrayBuffer(8));
const shared = getEnvironmentData(name) as unknown as SharedArrayBuffer;
/** [0] writes that are left, [1] 1 + the number of the failure, 0 while the disk is sound. */
const state = new Int32Array(shared);
const failures: readonly DiskFailure[] = ["ENOSPC", "EROFS"];

Object.assign(globalThis, {
  breakDisk(after: number, failure: DiskFailure) {
    Atomics.store(state, 0, after);
    Atomics.store(state, 1, 1 + failures.indexOf(failure));
  },
  /** @returns whether a write has failed since it was broken */
  mendDisk() {
    Atomics.store(state, 1, 0);
    return Atomics.load(state, 0) < 0;
  },
});

/** What fails now, if this write does. */
function failing(): DiskFailure | undefined {
  const failure = failures[Atomics.load(state, 1) - 1];
  return failure && Atomics.sub(state, 0, 1) <= 0 ? failure : undefined;
}

const errorOf = (code: DiskFailure, path: unknown) =>
  Object.assign(new Error(`${code}: write '${path}'`), { code, syscall: "write" });

const half = (data: unknown) =>
  (typeof data === "string" || data instanceof Uint8Array
    ? data.slice(0, data.length >> 1)
    : data) as string;

const isStream = (path: unknown) => typeof path === "number" && path <= 2;

const sync = { ...fs };
for (const call of ["writeFileSync", "appendFileSync"] as const) {
  Object.assign(fs, {
    [call](path: fs.PathOrFileDescriptor, data: string, ...rest: []) {
      const code = isStream(path) ? undefined : failing();
      if (!code) return sync[call](path, data, ...rest);
      if (code === "ENOSPC") sync[call](path, half(data), ...rest);
      throw errorOf(code, path);
    },
  });
}
const promises = { ...fs.promises };
fs.promises.writeFile = async (path, data, ...rest) => {
  const code = failing();
  if (!code) return promises.writeFile(path, data, ...rest);
  if (code === "ENOSPC") await promises.writeFile(path, half(data), ...rest);
  throw errorOf(code, path);
};
/** Whether a call that writes no content fails: a full disk has no room for new names, a read-only one refuses all. */
function refused(call: string, path: unknown): DiskFailure | undefined {
  const isReadOnly = Atomics.load(state, 1) === 1 + failures.indexOf("EROFS");
  const needsRoom = /^(mkdir|link)/.test(call);
  const isThere = fs.existsSync(String(path));
  return needsRoom || (isReadOnly && isThere) ? failing() : undefined;
}
for (const call of ["mkdir", "link", "rename", "rm"] as const) {
  const real = promises[call] as (...given: unknown[]) => Promise<unknown>;
  const realSync = sync[`${call}Sync`] as (...given: unknown[]) => unknown;
  Object.assign(fs.promises, {
    async [call](...given: unknown[]) {
      const code = refused(call, given[0]);
      if (code) throw errorOf(code, given[0]);
      return real(...given);
    },
  });
  Object.assign(fs, {
    [`${call}Sync`](...given: unknown[]) {
      const code = refused(call, given[0]);
      if (code) throw errorOf(code, given[0]);
      return realSync(...given);
    },
  });
}
fs.promises.open = async (path, flags, ...rest) => {
  const code = flags && flags !== "r" ? failing() : undefined;
  if (code) throw errorOf(code, path);
  return promises.open(path, flags, ...rest);
};
syncBuiltinESMExports();
