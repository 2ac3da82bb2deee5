import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { referenceNetwork } from "@grokscape/trainer/internal";
import { checkQuestion, checkWeights } from "./check.ts";
import { measureLogits } from "./evaluate.ts";
import type { NetworkSpec } from "./network-spec.ts";

/** A loss and its gradient at given weights. The gradients have the weights' names and shapes. */
export type Objective = (weights: Tensors) => {
  readonly loss: number;
  readonly gradients: Tensors;
};

/**
 * The loss of a network over a data set, without weight decay, by the reference network (float64).
 * Curvature and the learning coefficient ask for it many times: in O(n·K·classes) each.
 *
 * @throws InputError for no examples, or such as the network does not read; and, when it is called, for
 *   the weights of another network or a weight that is not finite
 */
export function objective(spec: NetworkSpec, data: Dataset): Objective {
  checkQuestion(spec, data);
  const network = referenceNetwork(spec);
  return (weights) => {
    checkWeights(spec, weights);
    let loss = Number.NaN;
    const gradients = network.gradients(weights, data, (logits) => {
      const gradient = new Float64Array(logits.length);
      loss = measureLogits(spec, logits, data.labels, gradient).loss;
      return gradient;
    });
    return { loss, gradients };
  };
}
