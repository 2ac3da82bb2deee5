import {
  type Dataset,
  dataset,
  randomStream,
  task as taskById,
  uniform,
} from "@grokscape/group-datasets";
import type { NetworkSpec } from "@grokscape/measures";
import { type ModelSpec, mlp, type Tensor, type Tensors } from "@grokscape/models";

/** Numbers in [−1, 1). */
export function randomNumbers(seed: number): () => number {
  const stream = randomStream(seed, "task");
  return () => 2 * uniform(stream) - 1;
}

export function randomTensor(shape: readonly number[], seed: number): Tensor {
  const next = randomNumbers(seed);
  const count = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Float64Array.from({ length: count }, next) };
}

/** A network for addition modulo M with random weights, and all its examples. */
export function tinyNetwork(
  M: number,
  width: number,
  model: Partial<ModelSpec> = {},
): { spec: NetworkSpec; weights: Tensors; data: Dataset } {
  const task = taskById(`cyclic:${M}`);
  return {
    spec: {
      shape: { operands: 2, vocabulary: M, classes: M },
      model: mlp({ width, ...model }),
      loss: "mse",
    },
    weights: { W: randomTensor([2 * M, width], 1), V: randomTensor([width, M], 2) },
    data: dataset(task),
  };
}

/** β·σ(XW)V with σ(x) = x², from the definition; n × classes. */
export function logitsByDefinition(
  { operands, count }: Dataset,
  { W, V }: Tensors,
  outputScale = 1,
): number[][] {
  const [rows, width] = W.shape;
  const classes = V.shape[1];
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [operands[2 * i], operands[2 * i + 1]];
    const features = Array.from(
      { length: width },
      (_, j) => (W.data[a * width + j] + W.data[(rows / 2 + b) * width + j]) ** 2,
    );
    return Array.from({ length: classes }, (_, c) =>
      features.reduce((sum, f, j) => sum + outputScale * f * V.data[j * classes + c], 0),
    );
  });
}

/** Mean over examples of ‖(o − mean o) − (onehot − 1/M)‖². */
export function mseByDefinition(logits: readonly number[][], labels: ArrayLike<number>): number {
  const rows = logits.map((row, i) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    return row.reduce((sum, value, c) => {
      const target = (labels[i] === c ? 1 : 0) - 1 / row.length;
      return sum + (value - mean - target) ** 2;
    }, 0);
  });
  return rows.reduce((sum, value) => sum + value, 0) / rows.length;
}
