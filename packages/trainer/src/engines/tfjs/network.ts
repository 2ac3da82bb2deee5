import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { buildTfjs, type TfjsGraph, type TfjsInputs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import type { Problem } from "../engine.ts";
import type { TrainableNetwork } from "../session.ts";
import type { OwnBackend } from "./own-backend.ts";

/** A problem's network as TensorFlow.js operations on this backend. */
export function tfjsNetwork(
  { model, shape, train, test }: Pick<Problem, "model" | "shape" | "train" | "test">,
  { run }: OwnBackend,
): TrainableNetwork {
  const graph = buildTfjs(model, shape);
  const prepared = run(
    () =>
      new Map([...new Set([train, test])].map((data) => [data, kept(graph.inputs(data))] as const)),
  );

  /** Does `work` on the backend, and frees all tensors but those of the data sets prepared. */
  const scoped = <Result>(data: Dataset, work: (inputs: TfjsInputs) => Result): Result =>
    run(() => {
      let result: Result | undefined;
      tf.tidy(() => {
        result = work(prepared.get(data) ?? graph.inputs(data));
      });
      return result as Result;
    });

  const upload = (weights: Tensors): tf.Tensor2D[] =>
    Object.values(weights).map(({ shape, data }) =>
      tf.tensor2d(data as Float32Array, shape as [number, number]),
    );

  const named = (weights: Tensors, tensors: readonly tf.Tensor[]) =>
    Object.fromEntries(Object.keys(weights).map((name, i) => [name, tensors[i] as tf.Tensor2D]));

  /** What one of the graph's functions gives; batch norm goes by the training set. */
  const evaluate = (of: TfjsGraph["forward"], weights: Tensors, data: Dataset): Float32Array =>
    scoped(data, (inputs) => {
      const result = of(named(weights, upload(weights)), inputs, prepared.get(train));
      return result.dataSync() as Float32Array;
    });

  return {
    precision: "float32",
    logits: (weights, data) => evaluate(graph.forward, weights, data),
    features: (weights, data) => evaluate(graph.features, weights, data),
    gradients: (weights, data, lossGradient) =>
      scoped(data, (inputs) => {
        const objective = (...tensors: tf.Tensor[]) =>
          plainLoss(graph.forward(named(weights, tensors), inputs), lossGradient);
        const gradients = tf.grads(objective)(upload(weights));
        return Object.fromEntries(
          Object.entries(weights).map(([name, { shape }], i) => [
            name,
            { shape, data: gradients[i].dataSync() as Float32Array },
          ]),
        );
      }),
    dispose() {
      for (const inputs of prepared.values()) inputs.dispose();
    },
  };
}

/** Inputs that outlive the scope in which they were made, which may be somebody's `tf.tidy`. */
function kept(inputs: TfjsInputs): TfjsInputs {
  for (const { x, xTransposed } of inputs.parts) {
    tf.keep(x);
    tf.keep(xTransposed);
  }
  return inputs;
}

/** A loss computed outside TensorFlow.js, whose gradient TensorFlow.js then carries backward. */
function plainLoss(
  logits: tf.Tensor2D,
  lossGradient: (logits: Float32Array) => ArrayLike<number>,
): tf.Scalar {
  const operation = tf.customGrad((...args: unknown[]) => {
    const input = args[0] as tf.Tensor2D;
    const gradient = lossGradient(input.dataSync() as Float32Array) as Float32Array;
    return {
      value: tf.scalar(0),
      gradFunc: (() => tf.tensor2d(gradient, input.shape)) as never,
    };
  });
  return operation(logits) as tf.Scalar;
}
