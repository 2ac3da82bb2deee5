import { fileURLToPath } from "node:url";
import { begin } from "../program.ts";
import type { Trouble } from "./trouble.ts";

/** How a disk fails: no room is left, or nothing can be written. */
export type DiskFailure = "ENOSPC" | "EROFS";

const program = fileURLToPath(new URL("./failing-disk.program.ts", import.meta.url));
const preload = new URL("./failing-disk.preload.ts", import.meta.url).href;

/** Lets the disk fail at every write of a training, a sweep and a report, one after the other. */
export async function failAtEveryWrite(failure: DiskFailure, name: string): Promise<Trouble> {
  const { code, out, err } = await begin([program, failure], ".", {
    node: ["--import", preload],
  }).ended;
  if (code !== 0) throw new Error(`the program of failing disks ended with ${code}: ${err}`);
  return { name, ...JSON.parse(out) };
}
