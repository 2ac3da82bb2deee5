/** Coefficients of the forecaster, as plain data. All arrays are in the order of `featureNames`. */
export interface FittedForecaster {
  /** Steps within which the runs could generalise. */
  readonly horizon: number;
  /** Of the features over the runs it was fitted on. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Inverse of the features' correlations, row by row. */
  readonly precision: readonly number[];
  /** (z·precision·z) that 99 % of what it was fitted on stays below, z the standardised features. */
  readonly farthest: number;
  /** Log odds of generalising within the horizon, calibrated: a constant, then a weight a feature. */
  readonly odds: readonly number[];
  /** ln(grok step/present step) where it generalises: the same. */
  readonly delay: readonly number[];
  /** What is to be added to it for the 10 %, 50 % and 90 % quantiles. */
  readonly quantiles: readonly [low: number, median: number, high: number];
}

/** (x − mean)/deviation */
export const standardised = (
  { mean, deviation }: Pick<FittedForecaster, "mean" | "deviation">,
  features: readonly number[],
): number[] => features.map((value, i) => (value - mean[i]) / deviation[i]);

/** z·precision·z */
export function squaredDistance(precision: readonly number[], z: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    for (let j = 0; j < z.length; j++) sum += z[i] * precision[i * z.length + j] * z[j];
  }
  return sum;
}

/** constant + weights·z */
export const linear = ([constant, ...weights]: readonly number[], z: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * z[i], constant);
