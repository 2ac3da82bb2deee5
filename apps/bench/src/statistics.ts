/** Timings of one operation: the time each repetition took, and processor time of all threads, in ms. */
export interface Times {
  readonly milliseconds: readonly number[];
  /** Of all times together. */
  readonly processor: number;
}

/** Summary of such timings, in ms. */
export interface Summary {
  readonly median: number;
  readonly minimum: number;
  /** Mean time on processors, of all threads together: the same whatever else the machine does. */
  readonly processor: number;
  /** How many were timed. */
  readonly count: number;
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param turns of one time at least */
export function summarise(turns: readonly Times[]): Summary {
  const milliseconds = turns.flatMap((turn) => turn.milliseconds);
  const count = milliseconds.length;
  return {
    median: median(milliseconds),
    minimum: Math.min(...milliseconds),
    processor: turns.reduce((sum, { processor }) => sum + processor, 0) / count,
    count,
  };
}
