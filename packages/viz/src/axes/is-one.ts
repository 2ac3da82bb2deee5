/** Values closer than this are drawn as one. */
export const tiny = 1e-100;

/**
 * Whether two values are so close that no ticks between them could be computed: an axis over them then
 * treats them as one value.
 */
export const isOne = (low: number, high: number): boolean =>
  !(high - low > Math.max(tiny, 1e-9 * Math.max(Math.abs(low), Math.abs(high))));
