/** What repeated timings of one thing say, in milliseconds. */
export interface Summary {
  readonly median: number;
  readonly minimum: number;
  /** How many were timed. */
  readonly count: number;
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param milliseconds at least one */
export function summarise(milliseconds: readonly number[]): Summary {
  return {
    median: median(milliseconds),
    minimum: Math.min(...milliseconds),
    count: milliseconds.length,
  };
}
