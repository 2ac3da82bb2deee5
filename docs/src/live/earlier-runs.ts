import type { EarlierRun } from "@grokscape/viz";
import type { LiveRecord } from "./live-run.ts";

/** How many runs stay for comparison. */
const most = 3;

/** The last few runs of a figure, as they are drawn pale behind the next. */
export class EarlierRuns {
  #runs: readonly EarlierRun[] = [];

  /** Keeps a run that is to be forgotten, in place of an earlier one of the same name. */
  keep(name: string, { metrics }: LiveRecord): void {
    if (metrics.length < 2) return;
    const run = {
      name,
      step: metrics.map(({ step }) => step),
      trainAccuracy: metrics.map(({ trainAccuracy }) => trainAccuracy),
      testAccuracy: metrics.map(({ testAccuracy }) => testAccuracy),
    };
    this.#runs = [...this.except(name), run].slice(-most);
  }

  except(name: string): readonly EarlierRun[] {
    return this.#runs.filter((run) => run.name !== name);
  }
}
