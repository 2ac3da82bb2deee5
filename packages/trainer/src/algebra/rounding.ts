/** The relative spacing of the numbers that an array holds. */
export const roundingOf = (data: ArrayLike<number>): number =>
  data instanceof Float32Array ? 2 ** -23 : Number.EPSILON;
