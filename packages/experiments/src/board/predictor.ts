import type { Words } from "@grokscape/theory";
import type { MetricRow, RunConfig } from "@grokscape/trainer";

/** Says from a run's first rows how probable it is that the run reaches a test accuracy of 99 % before it ends. */
export interface Predictor {
  readonly id: string;
  readonly title: Words;
  /** By what it judges, in a sentence. */
  readonly says: Words;
  /**
   * @param rows of the run so far, from step 0 on
   * @returns from 0 to 1
   */
  probability(config: RunConfig, rows: readonly MetricRow[]): number;
}
