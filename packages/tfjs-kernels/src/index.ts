import * as tf from "@tensorflow/tfjs";
import { install, registerFor, type TfjsKernels } from "./install.ts";

export type { TfjsKernels } from "./install.ts";
export { Unsuitable } from "./unsuitable.ts";

/**
 * Makes TensorFlow.js's wasm backend fit for training: call it once after `tf.setBackend("wasm")`,
 * and every model and every gradient of this page or process runs on these kernels. `@tensorflow/tfjs`
 * and `@tensorflow/tfjs-backend-wasm` must be installed beside this package.
 *
 * - Products (`tf.matMul`, `tf.fused.matMul`, dense layers) run on our SIMD kernels in
 *   TensorFlow.js's own memory, transposed or not. Its own leave SIMD wherever an operand is
 *   transposed, which is every gradient of a product. Batches are stretched as NumPy does. Rows that
 *   are mostly zeros, such as one-hot ones, cost what their other numbers cost.
 * - `tf.sum` and `tf.mean` add in float64 and round once.
 * - `tf.gather` copies slices, and has a gradient, since `tf.unsortedSegmentSum` is there.
 * - `tf.einsum` is there, of any number of tensors, with "..." and a gradient.
 * - Convolutions (NHWC; also depthwise and in 3D) have their gradients. Those of `tf.maxPool` and
 *   `tf.dilation2d`, and `tf.maxPoolWithArgmax`, are right where all numbers are negative.
 * - The gradients of `tf.matMul` with stretched batches, of `tf.cumsum` along any axis and of
 *   `tf.unstack` of one are there, for all backends.
 * - Clones and casts to the same type share their numbers; `tf.square` uses SIMD.
 *
 * TensorFlow.js's own kernels are back once everybody who installed ours has called `restore`.
 *
 * All sums have a fixed order, so the same inputs give the same bits on every machine. Tensors of
 * other types than float32 go to TensorFlow.js's own kernels, and so does what they refuse.
 *
 * What is used of TensorFlow.js's inside is looked for first, and each kernel must give the right
 * numbers on a small example; where anything is otherwise than we know it, TensorFlow.js is left as
 * it was and `declined` says why. So it is when another backend is set or when the wasm backend runs
 * with threads, which hides its memory.
 */
export function installTfjsKernels(): Promise<TfjsKernels> {
  return install(tf);
}

/**
 * Gives the kernels to a wasm backend of one's own, beside the page's, for as long as it is there. All
 * gradients stay as they are.
 *
 * @param backendName the name it is registered under
 * @param run does some work while that backend is in use
 * @throws Unsuitable, with nothing registered, if TensorFlow.js or the backend is not as we know it
 */
export function registerTfjsKernels(
  backendName: string,
  run: <Result>(work: () => Result) => Result,
): Promise<void> {
  return registerFor(tf, backendName, run);
}
