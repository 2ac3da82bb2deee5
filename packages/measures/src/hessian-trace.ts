import type { Tensors } from "@grokscape/models";
import { checkRecord, dot } from "@grokscape/trainer/internal";
import { checkWhole } from "./check.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { hessianAt } from "./hessian.ts";
import { normalNumbers } from "./normal.ts";
import type { Objective } from "./objective.ts";

/**
 * The trace of the loss's Hessian, the sum of its curvatures, by Hutchinson's estimator: the mean of
 * vᵀHv over random signs v (Hutchinson 1990). Each probe costs two gradients.
 *
 * @throws InputError for fewer than 2 probes, or weights or gradients that are not finite
 */
export function hessianTrace(
  objective: Objective,
  weights: Tensors,
  options: { readonly probes?: number; readonly seed?: number } = {},
): Estimate {
  checkRecord("the options", options);
  const { probes = 20, seed = 1 } = options;
  checkWhole("probes", probes, 2);
  const { dimension, times } = hessianAt(objective, weights);
  const normal = normalNumbers(seed);
  return estimate(
    Array.from({ length: probes }, () => {
      const v = Float64Array.from({ length: dimension }, () => (normal() < 0 ? -1 : 1));
      return dot(v, times(v));
    }),
  );
}
