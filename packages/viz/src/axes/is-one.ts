/** What is less than this apart is one value. */
export const tiny = 1e-100;

/**
 * Whether two values are one to an axis: they differ by so little that numbers between them, and
 * places in px, could not be told from each other.
 */
export const isOne = (low: number, high: number): boolean =>
  !(high - low > Math.max(tiny, 1e-9 * Math.max(Math.abs(low), Math.abs(high))));
