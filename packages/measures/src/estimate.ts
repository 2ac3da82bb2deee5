/** An estimate from random samples. */
export interface Estimate {
  readonly value: number;
  /** Of the value. */
  readonly standardError: number;
}

/** The mean of independent measurements, two or more. */
export function estimate(values: readonly number[]): Estimate {
  const { length } = values;
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { value: mean, standardError: Math.sqrt(squares / (length - 1) / length) };
}
