import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import * as tf from "@tensorflow/tfjs";
import type { ModelSpec } from "../spec.ts";
import { activate, constantProduct, product } from "./operations.ts";

/** One-hot rows (n × columns) of one operand, or of several side by side, and their transpose. */
interface OneHot {
  readonly x: tf.Tensor2D;
  readonly xTransposed: tf.Tensor2D;
}

/** A data set as the network's input. */
export interface TfjsInputs {
  /** All operands side by side where their parts are added up; else one for each operand. */
  readonly parts: readonly OneHot[];
  dispose(): void;
}

type Weights = Readonly<Record<string, tf.Tensor2D>>;

/** A network as TensorFlow.js operations, on whatever backend is set. */
export interface TfjsGraph {
  /** The caller disposes of them. */
  inputs(data: Dataset): TfjsInputs;
  /** F (n × K), what the top layer reads, without β; differentiable in the weights. */
  features(weights: Weights, inputs: TfjsInputs): tf.Tensor2D;
  /** Logits (n × classes) for weights named as `weightLayout` names them; differentiable in the weights. */
  forward(weights: Weights, inputs: TfjsInputs): tf.Tensor2D;
}

/** The forward graph of a network for tasks of this shape. */
export function buildTfjs(spec: ModelSpec, shape: TaskShape): TfjsGraph {
  const { operands, vocabulary } = shape;
  const groups =
    spec.combine === "sum"
      ? [Array.from({ length: operands }, (_, operand) => operand)]
      : Array.from({ length: operands }, (_, operand) => [operand]);

  /** What each symbol of each operand adds to the pre-activation: W, or E·W operand by operand. */
  function contributions({ W, embedding }: Weights): tf.Tensor2D[] {
    const blocks = () =>
      Array.from({ length: operands }, (_, operand) =>
        tf.slice(W, [operand * vocabulary, 0], [vocabulary, spec.width]),
      );
    const embedded = embedding ? blocks().map((block) => product(embedding, block)) : undefined;
    if (groups.length === 1) return [embedded ? tf.concat(embedded, 0) : W];
    return embedded ?? blocks();
  }

  function features(weights: Weights, { parts }: TfjsInputs): tf.Tensor2D {
    const tables = contributions(weights);
    const z = parts
      .map(({ x, xTransposed }, i) => constantProduct(x, xTransposed, tables[i]))
      .reduce((left, right) => tf.mul(left, right) as tf.Tensor2D);
    let layer = activate(z, spec.activation);
    for (let i = 1; i <= spec.hiddenLayers; i++) {
      const through = product(layer, weights[`H${i}`]);
      layer = activate(tf.add(layer, through), spec.activation);
    }
    return layer;
  }

  return {
    inputs(data) {
      const parts = groups.map((group) => oneHot(data, group, vocabulary));
      return { parts, dispose: () => tf.dispose(parts as never) };
    },
    features,
    forward(weights, inputs) {
      const logits = product(features(weights, inputs), weights.V);
      return spec.outputScale === 1 ? logits : tf.mul(logits, spec.outputScale);
    },
  };
}

function oneHot(data: Dataset, group: readonly number[], vocabulary: number): OneHot {
  const columns = group.length * vocabulary;
  const x = new Float32Array(data.count * columns);
  const transposed = new Float32Array(x.length);
  for (let row = 0; row < data.count; row++) {
    for (const [place, operand] of group.entries()) {
      const column = place * vocabulary + data.operands[row * data.arity + operand];
      x[row * columns + column] = 1;
      transposed[column * data.count + row] = 1;
    }
  }
  return {
    x: tf.tensor2d(x, [data.count, columns]),
    xTransposed: tf.tensor2d(transposed, [columns, data.count]),
  };
}
