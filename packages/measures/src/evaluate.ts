import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { losses, type Measures } from "@grokscape/trainer";
import { referenceNetwork } from "@grokscape/trainer/internal";
import { checkOverflow, checkQuestion, checkWeights } from "./check.ts";
import type { NetworkSpec } from "./network-spec.ts";

type Values = Float32Array | Float64Array;

/** Loss and accuracy of logits, and ∂loss/∂logits where `gradient` is given to receive it. */
export function measureLogits(
  { loss, shape, labelScale }: NetworkSpec,
  logits: Values,
  labels: Uint16Array,
  gradient?: Values,
): Measures {
  return losses[loss](logits, labels, shape.classes, gradient, labelScale);
}

/**
 * Loss and accuracy on any data, by the reference network (float64): the same for all engines' weights.
 *
 * @throws InputError for no examples, or such as the network does not read, for the weights of another
 *   network, or weights that are not finite or so large that the loss is not
 */
export function evaluate(spec: NetworkSpec, weights: Tensors, data: Dataset): Measures {
  checkQuestion(spec, data);
  checkWeights(spec, weights);
  const measures = measureLogits(spec, referenceNetwork(spec).logits(weights, data), data.labels);
  checkOverflow("the losses", [measures.loss]);
  return measures;
}
