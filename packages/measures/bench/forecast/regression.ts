import { inverse, Matrix, solve } from "ml-matrix";

/** Rows of features, what was measured, and how much each row counts. */
export interface Sample {
  readonly features: readonly (readonly number[])[];
  readonly outcomes: readonly number[];
  readonly weights: readonly number[];
}

const withConstant = (features: Sample["features"]): number[][] =>
  features.map((row) => [1, ...row]);

/** AᵀDA + ridge·I, the constant's place without a ridge. */
function normalMatrix(A: number[][], d: readonly number[], ridge: number): Matrix {
  const size = A[0].length;
  const N = Matrix.zeros(size, size);
  for (const [row, x] of A.entries()) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) N.set(i, j, N.get(i, j) + d[row] * x[i] * x[j]);
    }
  }
  for (let i = 1; i < size; i++) N.set(i, i, N.get(i, i) + ridge);
  return N;
}

const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * y[i], 0);

/** Minimises Σ weight·(constant + features·w − outcome)² + ridge·‖w‖²; the constant comes first. */
export function ridgeRegression({ features, outcomes, weights }: Sample, ridge: number): number[] {
  const A = withConstant(features);
  const right = A[0].map((_, i) =>
    A.reduce((sum, x, row) => sum + weights[row] * x[i] * outcomes[row], 0),
  );
  return solve(normalMatrix(A, weights, ridge), Matrix.columnVector(right)).to1DArray();
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Minimises −Σ weight·ln p(outcome) + ½·ridge·‖w‖² by Newton's method; outcomes are 0 or 1. */
export function logisticRegression(
  { features, outcomes, weights }: Sample,
  ridge: number,
): number[] {
  const A = withConstant(features);
  let w = A[0].map(() => 0);
  for (let iteration = 0; iteration < 60; iteration++) {
    const p = A.map((x) => logistic(dot(x, w)));
    const slope = w.map((value, i) => {
      const pull = A.reduce(
        (sum, x, row) => sum + weights[row] * x[i] * (p[row] - outcomes[row]),
        0,
      );
      return pull + (i === 0 ? 0 : ridge * value);
    });
    const curvature = p.map((value, row) => weights[row] * value * (1 - value));
    const step = solve(normalMatrix(A, curvature, ridge), Matrix.columnVector(slope)).to1DArray();
    w = w.map((value, i) => value - step[i]);
    if (Math.max(...step.map(Math.abs)) < 1e-10) break;
  }
  return w;
}

/** Inverse of the weighted correlation matrix of standardised features, row by row. */
export function precisionMatrix({ features, weights }: Omit<Sample, "outcomes">): number[] {
  const size = features[0].length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const C = Matrix.zeros(size, size);
  for (const [row, z] of features.entries()) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        C.set(i, j, C.get(i, j) + (weights[row] * z[i] * z[j]) / total);
    }
  }
  return inverse(C).to1DArray();
}

/** The value below which this share of the weight lies. */
export function quantile(
  values: readonly number[],
  weights: readonly number[],
  share: number,
): number {
  const order = Array.from(values.keys()).sort((i, j) => values[i] - values[j]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const i of order) {
    below += weights[i];
    if (below >= share * total) return values[i];
  }
  return values[order[order.length - 1]];
}
