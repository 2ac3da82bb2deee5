import type { Tensors } from "@grokscape/models";
import { length } from "@grokscape/trainer/internal";
import { checkTensors } from "./check.ts";
import type { Objective } from "./objective.ts";
import { flatten, flattenGradient, unflatten } from "./vectors.ts";

/** The Hessian of an objective at some weights, as a product. */
export interface Hessian {
  /** Number of weights. */
  readonly dimension: number;
  /** H·v. */
  times(v: Float64Array): Float64Array;
}

/** Step of the differences, in units of the weights' root mean square. */
const relativeStep = 5e-6;

/**
 * H·v by central differences of the gradient, (∇L(w + εv) − ∇L(w − εv))/2ε, two gradients a product.
 * In float64 the relative error is about 1e-10 where L is smooth; at a kink (relu) it is that of the
 * slope.
 *
 * @throws InputError for weights that are not finite, and by its product for such gradients
 */
export function hessianAt(objective: Objective, weights: Tensors): Hessian {
  checkTensors(weights);
  const at = flatten(weights);
  const scale = relativeStep * (length(at) / Math.sqrt(at.length) || 1);
  const gradientAt = (v: Float64Array, step: number): Float64Array => {
    const moved = at.map((w, i) => w + step * v[i]);
    return flattenGradient(objective(unflatten(moved, weights)).gradients, weights);
  };
  return {
    dimension: at.length,
    times(v) {
      const norm = length(v);
      if (norm === 0) return new Float64Array(v.length);
      const step = (scale * Math.sqrt(v.length)) / norm;
      const ahead = gradientAt(v, step);
      const behind = gradientAt(v, -step);
      return ahead.map((value, i) => (value - behind[i]) / (2 * step));
    },
  };
}
