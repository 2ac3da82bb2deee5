import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

/** What tells a process from all others, as far as the system says; only Linux says more than pid and host. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Of the start of the system's kernel: another after each boot, the same in all containers. */
  readonly boot?: string;
  /** Of the pid namespace, within which pids mean anything. */
  readonly namespace?: string;
  /** When the process started, in clock ticks after boot. */
  readonly start?: string;
}

const unless = <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch(() => undefined);

/** The identity of this process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const boot = await unless(readFile("/proc/sys/kernel/random/boot_id", "utf8"));
  return {
    pid: process.pid,
    host: hostname(),
    boot: boot?.trim(),
    namespace: await unless(readlink("/proc/self/ns/pid")),
    start: (await statOf("self"))?.start,
  };
}

/** Whether a process of this pid namespace lives; a zombie does not, nor one whose pid is another's by now. */
export async function lives({ pid, start }: ProcessIdentity): Promise<boolean> {
  const isOurProc = (await unless(readlink("/proc/self"))) === `${process.pid}`;
  const stat = isOurProc ? await statOf(pid) : undefined;
  if (stat) return stat.state !== "Z" && stat.state !== "X" && stat.start === (start ?? stat.start);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** State and start of a process, from proc(5); undefined where there is none to read. */
async function statOf(
  pid: number | "self",
): Promise<{ readonly state: string; readonly start: string } | undefined> {
  const text = await unless(readFile(`/proc/${pid}/stat`, "utf8"));
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" "); // from the third on
  return fields && { state: fields[0], start: fields[19] };
}
