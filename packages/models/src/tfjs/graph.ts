import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import * as tf from "@tensorflow/tfjs";
import { network } from "../network/build.ts";
import type { ModelSpec } from "../spec/model.ts";
import { type OneHot, oneHot, tfjsOperations } from "./operations.ts";

/** A data set as the network's input. */
export interface TfjsInputs {
  readonly parts: readonly OneHot[];
  dispose(): void;
}

type Weights = Readonly<Record<string, tf.Tensor2D>>;

/** A network as TensorFlow.js operations, on whatever backend is set. */
export interface TfjsGraph {
  /** The caller disposes of them. */
  inputs(data: Dataset): TfjsInputs;
  /**
   * F (n × K), what the top layer reads, without β; differentiable in the weights. With complex
   * weights n × 2K, [Re F, −Im F], so that the logits are β times its product with V above V's
   * imaginary part.
   *
   * @param batch the inputs over which batch norm takes its means and variances, if not these
   */
  features(weights: Weights, inputs: TfjsInputs, batch?: TfjsInputs): tf.Tensor2D;
  /**
   * Logits (n × classes) for weights named as `weightLayout` names them; differentiable in the weights.
   *
   * @param batch the inputs over which batch norm takes its means and variances, if not these
   */
  forward(weights: Weights, inputs: TfjsInputs, batch?: TfjsInputs): tf.Tensor2D;
}

/**
 * The forward graph of a network for tasks of this shape.
 *
 * @throws InputError for a spec or shape with a field that is not as it must be, or options that
 *   contradict each other
 */
export function buildTfjs(spec: ModelSpec, shape: TaskShape): TfjsGraph {
  const { selections, features, logits, moments } = network(spec, shape, tfjsOperations);
  const momentsOf = (weights: Weights, inputs: TfjsInputs, batch: TfjsInputs) =>
    batch === inputs ? undefined : moments(weights, batch.parts);
  return {
    inputs(data) {
      const parts = selections(data).map(oneHot);
      return { parts, dispose: () => tf.dispose(parts as never) };
    },
    features: (weights, inputs, batch = inputs) =>
      features(weights, inputs.parts, momentsOf(weights, inputs, batch)),
    forward: (weights, inputs, batch = inputs) =>
      logits(weights, inputs.parts, momentsOf(weights, inputs, batch)),
  };
}
