import type { Tensors } from "@grokscape/models";
import { checkRecord, dot, length } from "@grokscape/trainer/internal";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { checkPositive, checkWhole } from "./check.ts";
import { hessianAt } from "./hessian.ts";
import { normalNumbers } from "./normal.ts";
import type { Objective } from "./objective.ts";

/** The largest eigenvalue of a Hessian, as far as the iteration came. */
export interface Sharpness {
  /**
   * From below: above the largest eigenvalue only by the error of the differences by which products
   * with the Hessian are taken, about 1e-9 of it where the loss is smooth.
   */
  readonly value: number;
  /** Some eigenvalue lies within this of `value`, but for that error. */
  readonly residual: number;
  /** Products with the Hessian, each of two gradients. */
  readonly products: number;
}

export interface SharpnessOptions {
  readonly seed?: number;
  /** Stops once the residual is this share of the value. */
  readonly tolerance?: number;
  readonly maximumProducts?: number;
}

/**
 * Sharpness: the largest eigenvalue of the loss's Hessian (Keskar et al., arXiv 1609.04836, as Cohen
 * et al. measure it, arXiv 2103.00065). By the Lanczos iteration, which has the answer of the power
 * iteration in fewer products: it takes the best vector of all those seen.
 *
 * @throws InputError for a tolerance that is not positive, fewer than one product, or weights or
 *   gradients that are not finite
 */
export function sharpness(
  objective: Objective,
  weights: Tensors,
  options: SharpnessOptions = {},
): Sharpness {
  checkRecord("the options", options);
  const { seed = 1, tolerance = 1e-3, maximumProducts = 60 } = options;
  checkPositive("tolerance", tolerance);
  checkWhole("maximumProducts", maximumProducts, 1);
  const { dimension, times } = hessianAt(objective, weights);
  const normal = normalNumbers(seed);
  const basis = [normalised(Float64Array.from({ length: dimension }, normal))];
  const diagonal: number[] = [];
  const beside: number[] = [];
  for (;;) {
    const next = times(basis[basis.length - 1]);
    diagonal.push(dot(next, basis[basis.length - 1]));
    // twice: rounding of the first pass leaves traces of the old vectors
    for (let pass = 0; pass < 2; pass++) for (const v of basis) subtract(next, dot(next, v), v);
    const remaining = length(next);
    const { value, last } = largestRitz(diagonal, beside);
    const residual = remaining * Math.abs(last);
    const products = diagonal.length;
    const exhausted = products === Math.min(maximumProducts, dimension);
    if (residual <= tolerance * Math.abs(value) || exhausted) return { value, residual, products };
    beside.push(remaining);
    basis.push(next.map((entry) => entry / remaining));
  }
}

/** The largest eigenvalue of a symmetric tridiagonal matrix, and the last entry of its vector. */
function largestRitz(diagonal: readonly number[], beside: readonly number[]) {
  const size = diagonal.length;
  const T = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    T.set(i, i, diagonal[i]);
    if (i + 1 < size) {
      T.set(i, i + 1, beside[i]);
      T.set(i + 1, i, beside[i]);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(T, {
    assumeSymmetric: true,
  });
  const value = Math.max(...realEigenvalues);
  return { value, last: eigenvectorMatrix.get(size - 1, realEigenvalues.indexOf(value)) };
}

const normalised = (v: Float64Array): Float64Array => {
  const norm = length(v);
  return v.map((entry) => entry / norm);
};

function subtract(from: Float64Array, factor: number, v: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] -= factor * v[i];
}
