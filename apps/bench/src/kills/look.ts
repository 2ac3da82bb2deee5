import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readStore } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import { latestCheckpoint, readRun } from "@grokscape/trainer/node";

/** What was found in a folder of runs that a process was killed in, or works in. */
export interface Seen {
  /** Of each run that can be read: the last step measured, that of its checkpoint, and whether it has ended. */
  readonly runs: ReadonlyMap<string, SeenRun>;
  /** Files that were read and whole, and those that were refused in words. */
  readonly whole: number;
  readonly refused: readonly string[];
  /** Errors that were not for whoever reads. */
  readonly faults: readonly string[];
}

interface SeenRun {
  readonly measured: number;
  readonly saved: number;
  readonly hasEnded: boolean;
}

/** Reads all runs of a folder, as reports and other programs do. Changes nothing but a store's index. */
export async function look(folder: string): Promise<Seen> {
  const runs = new Map<string, SeenRun>();
  const refused: string[] = [];
  const faults: string[] = [];
  let whole = 0;
  const reading = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      const value = await read();
      whole++;
      return value;
    } catch (error) {
      const isOurs = error instanceof InputError && !error.message.includes("\n");
      if (isOurs) refused.push(error.message);
      else faults.push((error as Error).stack ?? String(error));
      return undefined;
    }
  };
  if (!existsSync(folder)) return { runs, whole, refused, faults };
  if (existsSync(join(folder, "sweep.json"))) await reading(() => readStore(folder));
  for (const id of readdirSync(folder).filter((name) => /^[^.].*-[0-9a-f]{8}$/.test(name))) {
    const own = join(folder, id);
    // made, and not yet said whose it is
    if (!existsSync(join(own, "config.json"))) continue;
    const run = await reading(() => readRun(own));
    const state = await reading(() => latestCheckpoint(own));
    if (!run) continue;
    runs.set(id, {
      measured: run.metrics.at(-1)?.step ?? 0,
      saved: state?.step ?? 0,
      hasEnded: run.record !== null,
    });
  }
  return { runs, whole, refused, faults };
}
