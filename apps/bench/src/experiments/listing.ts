import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columnOf, groupRuns, holds, readWhere } from "@grokscape/experiments";
import { readStore } from "@grokscape/experiments/node";
import { fillStore } from "./synthetic.ts";

/** Seconds that a store of many runs takes to be read. */
export interface Listing {
  readonly runs: number;
  /** The first time, from its folders, and so without an index. */
  readonly first: number;
  /** From then on. */
  readonly again: number;
  /** With some of its runs chosen, grouped and their medians given intervals, besides. */
  readonly query: number;
}

export async function measureListing(runs: number): Promise<Listing> {
  const store = mkdtempSync(join(tmpdir(), "grokscape-listing-"));
  try {
    await fillStore(store, runs);
    const first = await seconds(() => readStore(store));
    const again = await seconds(() => readStore(store));
    const query = await seconds(async () => {
      const [where] = readWhere("optimiser.learningRate >= 0.005");
      const { runs: all } = await readStore(store);
      const chosen = all.filter((run) => holds(where, (name) => columnOf(run, name)));
      groupRuns(chosen, ["optimiser.learningRate"], ["memorisedAt", "generalisedAt"]);
    });
    return { runs, first, again, query };
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}
