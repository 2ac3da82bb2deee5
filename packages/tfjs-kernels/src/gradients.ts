import type { GradConfig, NamedAttrMap, Tensor } from "@tensorflow/tfjs";
import type { Tf } from "./tf.ts";

/*
 * Gradients of TensorFlow.js that fail, or are wrong, on every backend.
 */

type One = Tensor & Tensor[];

/** Adds up the axes along which a tensor of this shape was stretched to that of the gradient. */
function unstretched(tf: Tf, gradient: Tensor, shape: readonly number[]): Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape as number[], gradient.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, shape as number[]);
}

/** With batches stretched as NumPy does, where TensorFlow.js's own gradient is that of the stretched ones. */
export const batchMatMulGradient = (tf: Tf): GradConfig => ({
  kernelName: "BatchMatMul",
  inputsToSave: ["a", "b"],
  gradFunc(dy: Tensor | Tensor[], [a, b]: Tensor[], attrs: NamedAttrMap) {
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const g = dy as One;
    return {
      a: () =>
        unstretched(
          tf,
          transposeA ? tf.matMul(b, g, transposeB, true) : tf.matMul(g, b, false, !transposeB),
          a.shape,
        ),
      b: () =>
        unstretched(
          tf,
          transposeB ? tf.matMul(g, a, true, transposeA) : tf.matMul(a, g, !transposeA, false),
          b.shape,
        ),
    };
  },
});

/** Of an axis of length 1 too, where TensorFlow.js's own fails. */
export const unpackGradient = (tf: Tf): GradConfig => ({
  kernelName: "Unpack",
  gradFunc(dy: Tensor | Tensor[], _: Tensor[], attrs: NamedAttrMap) {
    const { axis } = attrs as { axis: number };
    return { value: () => tf.stack(Array.isArray(dy) ? dy : [dy], axis) };
  },
});

/** Along any axis: TensorFlow.js's own transposes the gradient of all but the last. */
export const cumsumGradient = (tf: Tf): GradConfig => ({
  kernelName: "Cumsum",
  gradFunc(dy: Tensor | Tensor[], _: Tensor[], attrs: NamedAttrMap) {
    const { axis, exclusive, reverse } = attrs as {
      axis: number;
      exclusive: boolean;
      reverse: boolean;
    };
    return { x: () => tf.cumsum(dy as Tensor, axis, exclusive, !reverse) };
  },
});
