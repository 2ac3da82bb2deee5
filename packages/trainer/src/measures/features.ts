import type { Dataset } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import { type NetworkSpec, networkOf } from "./network-spec.ts";

/** What the last hidden layer makes of data, examples × nodes, for any network: by the reference. */
export function hiddenFeatures(spec: NetworkSpec, weights: Tensors, data: Dataset): Tensor {
  const features = networkOf(spec).features(weights, data);
  return { shape: [data.count, features.length / data.count], data: features };
}
