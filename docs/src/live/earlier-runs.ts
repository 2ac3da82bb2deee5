import type { CurveRecord, EarlierRun } from "@grokscape/viz";
import type { LiveRecord } from "./live-run.ts";

/** A run as it is drawn pale. */
export const earlierRun = (name: string, { metrics }: CurveRecord): EarlierRun => ({
  name,
  step: metrics.map(({ step }) => step),
  // of what was not measured, JSON has null
  trainAccuracy: metrics.map(({ trainAccuracy }) => trainAccuracy ?? Number.NaN),
  testAccuracy: metrics.map(({ testAccuracy }) => testAccuracy ?? Number.NaN),
});

/** How many runs stay for comparison. */
const most = 3;

/** The last few runs of a figure, as they are drawn pale behind the next. */
export class EarlierRuns {
  #runs: readonly EarlierRun[] = [];

  /** Keeps a run that is to be forgotten, in place of an earlier one of the same name. */
  keep(name: string, record: LiveRecord): void {
    if (record.metrics.length < 2) return;
    this.#runs = [...this.except(name), earlierRun(name, record)].slice(-most);
  }

  except(name: string): readonly EarlierRun[] {
    return this.#runs.filter((run) => run.name !== name);
  }
}
