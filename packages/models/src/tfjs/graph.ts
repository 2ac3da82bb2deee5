import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import * as tf from "@tensorflow/tfjs";
import type { ModelSpec } from "../spec.ts";
import { activate, constantProduct, product } from "./operations.ts";

/** A data set as the network's input: X (n × operands·vocabulary), and its transpose. */
export interface TfjsInputs {
  readonly x: tf.Tensor2D;
  readonly xTransposed: tf.Tensor2D;
  dispose(): void;
}

/** A network as TensorFlow.js operations, on whatever backend is set. */
export interface TfjsGraph {
  /** Concatenated one-hot rows. The caller disposes of them. */
  inputs(data: Dataset): TfjsInputs;
  /** Logits (n × classes) for weights named as `weightLayout` names them; differentiable in the weights. */
  forward(weights: Readonly<Record<string, tf.Tensor2D>>, inputs: TfjsInputs): tf.Tensor2D;
}

/** The forward graph of a network for tasks of this shape. */
export function buildTfjs(spec: ModelSpec, shape: TaskShape): TfjsGraph {
  return {
    inputs(data) {
      const columns = shape.operands * shape.vocabulary;
      const x = new Float32Array(data.count * columns);
      const transposed = new Float32Array(x.length);
      for (let row = 0; row < data.count; row++) {
        for (let operand = 0; operand < data.arity; operand++) {
          const column = operand * shape.vocabulary + data.operands[row * data.arity + operand];
          x[row * columns + column] = 1;
          transposed[column * data.count + row] = 1;
        }
      }
      const inputs = {
        x: tf.tensor2d(x, [data.count, columns]),
        xTransposed: tf.tensor2d(transposed, [columns, data.count]),
      };
      return { ...inputs, dispose: () => tf.dispose(inputs) };
    },
    forward({ W, V }, { x, xTransposed }) {
      const features = activate(constantProduct(x, xTransposed, W), spec.activation);
      const logits = product(features, V);
      return spec.outputScale === 1 ? logits : tf.mul(logits, spec.outputScale);
    },
  };
}
