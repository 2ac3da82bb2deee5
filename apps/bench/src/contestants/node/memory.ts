import { readFileSync, writeFileSync } from "node:fs";

const megabyte = 1e6;

/** The kernel's own record of this process's largest resident size, in bytes; Linux keeps one. */
function highWater(): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Begins to watch how much this process takes beyond what it has now. */
export function startOfMemory(): { most(): number | null } {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  try {
    writeFileSync("/proc/self/clear_refs", "5"); // the record begins anew
  } catch {
    return { most: () => null };
  }
  return {
    most() {
      const most = highWater();
      return most === undefined ? null : (most - before) / megabyte;
    },
  };
}
