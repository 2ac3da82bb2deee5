import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What our engine takes from the heap while it steps. */
export interface Allocations {
  readonly steps: number;
  /** Of JavaScript's heap, a step. */
  readonly bytesOfAStep: number;
  /** How often rubbish had to be collected. */
  readonly collections: number;
  /** By how much memory outside that heap grew, the kernels' own included. */
  readonly outsideBytes: number;
}

/** Watches a fresh process. */
export async function measureAllocations(): Promise<Allocations> {
  const program = fileURLToPath(new URL("./allocations.program.ts", import.meta.url));
  const flags = ["--conditions=@grokscape/source", "--expose-gc", "--no-warnings"];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
  return JSON.parse(stdout);
}
