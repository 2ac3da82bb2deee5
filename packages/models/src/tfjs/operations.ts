import * as tf from "@tensorflow/tfjs";
import { geluCubic, geluSlope, parseActivation } from "../activation/activation.ts";
import type { Operations } from "../network/operations.ts";
import type { Selection } from "../network/selection.ts";
import type { Activation } from "../spec/activation.ts";

/*
 * TensorFlow.js's wasm backend multiplies matrices fast only when neither side is transposed, and
 * the gradient of its matMul transposes one side each time; it also lacks the gradient of a
 * gather. These operations have gradients that stay on the fast path.
 */

type BinaryGradient = (dy: tf.Tensor2D, saved: tf.Tensor[]) => [tf.Tensor2D, tf.Tensor2D];

/** How often a `Selection` names each row, as a matrix (n × rows of the table), and its transpose. */
export interface OneHot {
  readonly x: tf.Tensor2D;
  readonly xTransposed: tf.Tensor2D;
}

export function oneHot({ count, perExample, tableRows, indices }: Selection): OneHot {
  const x = new Float32Array(count * tableRows);
  const transposed = new Float32Array(x.length);
  for (const [i, column] of indices.entries()) {
    const row = Math.floor(i / perExample);
    x[row * tableRows + column] += 1;
    transposed[column * count + row] += 1;
  }
  return {
    x: tf.tensor2d(x, [count, tableRows]),
    xTransposed: tf.tensor2d(transposed, [tableRows, count]),
  };
}

/** a·b, with a gradient made of untransposed products only. */
function product(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
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
function constantProduct(x: tf.Tensor2D, xTransposed: tf.Tensor2D, w: tf.Tensor2D): tf.Tensor2D {
  const operation = tf.customGrad((...args: unknown[]) => ({
    value: tf.matMul(x, args[0] as tf.Tensor2D),
    gradFunc: ((dy: tf.Tensor2D) => tf.matMul(xTransposed, dy)) as never,
  }));
  return operation(w) as tf.Tensor2D;
}

/** σ, entry by entry. */
function activate(z: tf.Tensor2D, activation: Activation): tf.Tensor2D {
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
    case "gelu": {
      const cubed = tf.mul(tf.mul(z, z), z) as tf.Tensor2D;
      const argument = tf.mul(tf.add(z, tf.mul(cubed, geluCubic)), geluSlope);
      return tf.mul(z, tf.sigmoid(argument));
    }
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

const axis = { rows: 0, columns: 1 } as const;

/** Our networks' operations in TensorFlow.js. */
export const tfjsOperations: Operations<tf.Tensor2D, OneHot> = {
  constant: (rows, columns, values) => tf.tensor2d(Float32Array.from(values), [rows, columns]),
  select: (table, { x, xTransposed }) => constantProduct(x, xTransposed, table),
  rows: (a, from, count) => tf.slice(a, [from, 0], [count, a.shape[1]]),
  stack: (parts) => tf.concat([...parts], 0),
  beside: (parts) => tf.concat([...parts], 1),
  product,
  add: (a, b) => tf.add(a, b),
  times: (a, b) => tf.mul(a, b),
  scale: (a, factor) => (factor === 1 ? a : tf.mul(a, factor)),
  activate,
  mean: (a, over) => tf.mean(a, axis[over], true),
  inverseRoot: (a, epsilon) => tf.rsqrt(tf.add(a, epsilon)),
  // one matrix alone has a share of 1; TensorFlow.js fails in the gradient of unstacking one
  softmax: (parts) =>
    parts.length === 1
      ? [tf.onesLike(parts[0])]
      : (tf.unstack(tf.softmax(tf.stack([...parts], 2)), 2) as tf.Tensor2D[]),
};
