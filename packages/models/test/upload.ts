import type { Tensors } from "@grokscape/models";
import * as tf from "@tensorflow/tfjs";

/** Weights on TensorFlow.js's present backend; the caller disposes of them. */
export function upload(weights: Tensors): Record<string, tf.Tensor2D> {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      tf.tensor2d(data as Float32Array, shape as [number, number]),
    ]),
  );
}
