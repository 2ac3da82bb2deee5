import type { Interval } from "../results/statistics.ts";

/** A number with its 95 % interval; null where the runs are too few for one. */
export interface Estimated extends Interval {
  readonly value: number | null;
}

export const nothing: Estimated = { value: null, low: null, high: null };
