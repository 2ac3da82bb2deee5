import type { Dataset } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import { referenceNetwork } from "@grokscape/trainer/internal";
import { checkOverflow, checkQuestion, checkWeights } from "./check.ts";
import type { NetworkSpec } from "./network-spec.ts";

/**
 * Activations of the last hidden layer, examples × nodes, by the reference network (float64).
 *
 * @throws InputError for no examples, or such as the network does not read, for the weights of another
 *   network, or weights that are not finite or so large that the features are not
 */
export function hiddenFeatures(spec: NetworkSpec, weights: Tensors, data: Dataset): Tensor {
  checkQuestion(spec, data);
  checkWeights(spec, weights);
  const features = referenceNetwork(spec).features(weights, data);
  checkOverflow("the features", features);
  return { shape: [data.count, features.length / data.count], data: features };
}
