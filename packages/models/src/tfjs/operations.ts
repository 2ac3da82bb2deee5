import * as tf from "@tensorflow/tfjs";
import { parseActivation } from "../activation/activation.ts";
import type { Activation } from "../spec.ts";

/*
 * TensorFlow.js's wasm backend multiplies matrices fast only when neither side is transposed, and
 * the gradient of its matMul transposes one side each time; it also lacks the gradient of a
 * gather. These operations have gradients that stay on the fast path.
 */

type BinaryGradient = (dy: tf.Tensor2D, saved: tf.Tensor[]) => [tf.Tensor2D, tf.Tensor2D];

/** a·b, with a gradient made of untransposed products only. */
export function product(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const operation = tf.customGrad((...args: unknown[]) => {
    const [left, right, save] = args as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    save([left, right]);
    const gradFunc: BinaryGradient = (dy, saved) => {
      const [savedLeft, savedRight] = saved as [tf.Tensor2D, tf.Tensor2D];
      return [
        tf.matMul(dy, tf.transpose(savedRight)),
        tf.transpose(tf.matMul(tf.transpose(dy), savedLeft)),
      ];
    };
    return { value: tf.matMul(left, right), gradFunc: gradFunc as never };
  });
  return operation(a, b) as tf.Tensor2D;
}

/** x·w for a constant x whose transpose is at hand; only w receives a gradient. */
export function constantProduct(
  x: tf.Tensor2D,
  xTransposed: tf.Tensor2D,
  w: tf.Tensor2D,
): tf.Tensor2D {
  const operation = tf.customGrad((...args: unknown[]) => ({
    value: tf.matMul(x, args[0] as tf.Tensor2D),
    gradFunc: ((dy: tf.Tensor2D) => tf.matMul(xTransposed, dy)) as never,
  }));
  return operation(w) as tf.Tensor2D;
}

/** σ, entry by entry. */
export function activate(z: tf.Tensor2D, activation: Activation): tf.Tensor2D {
  const {
    kind,
    numbers: [a, b],
  } = parseActivation(activation);
  switch (kind) {
    case "quadratic":
      return tf.mul(z, z);
    case "relu":
      return tf.relu(z);
    case "relu2": {
      const positive = tf.relu(z);
      return tf.mul(positive, positive);
    }
    case "silu":
      return tf.mul(z, tf.sigmoid(z));
    case "linear":
      return z;
    case "power": {
      let power = z;
      for (let i = 1; i < a; i++) power = tf.mul(power, z);
      return power;
    }
    case "mixed":
      return tf.add(tf.mul(z, a), tf.mul(tf.mul(z, z), b));
  }
}
