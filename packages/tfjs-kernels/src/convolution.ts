import type { TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { type Kernel, mustBeFloats } from "./kernel.ts";
import type { Tf } from "./tf.ts";
import { product, seenThrough, type Windows, windows2d, windows3d } from "./windows.ts";

/**
 * A gradient of a convolution, computed tap by tap: a tap is one place of the filter.
 *
 * @param other x for the gradient with respect to the filter, the filter for that with respect to x
 * @param dy gradient of the result
 * @param shape of what is returned
 */
type Gradient = (
  heap: Heap,
  windows: Windows,
  other: TensorInfo,
  dy: TensorInfo,
  shape: readonly number[],
) => TensorInfo;

/** dw (taps × in × out) = Σ over output pixels of x seen through the tap ⊗ dy: a product a tap. */
const filterGradient: Gradient = (heap, windows, x, dy, shape) => {
  const [ins, outs] = shape.slice(-2);
  const rows = windows.batch * product(windows.output);
  const dw = heap.output(shape, "float32");
  const seen = heap.output([rows, ins], "float32");
  for (let tap = 0; tap < product(windows.filter); tap++) {
    const [from, to] = [heap.floats(x), heap.floats(seen)];
    for (const [row, pixel] of seenThrough(windows, tap).entries()) {
      if (pixel < 0) to.fill(0, row * ins, (row + 1) * ins);
      else to.set(from.subarray(pixel * ins, (pixel + 1) * ins), row * ins);
    }
    const block = heap.at(dw) + tap * ins * outs * 4;
    const args = [ins, outs, rows, 0, heap.scratch] as const;
    heap.native.matMul(heap.at(seen), true, heap.at(dy), false, block, ...args);
  }
  heap.backend.disposeData(seen.dataId);
  return dw;
};

/** dx = Σ over the taps through which a pixel is seen of dy·wᵀ: a product a tap. */
const inputGradient: Gradient = (heap, windows, filter, dy, shape) => {
  const [ins, outs] = filter.shape.slice(-2);
  const rows = windows.batch * product(windows.output);
  const dx = heap.output(shape, "float32");
  const back = heap.output([rows, ins], "float32");
  const sums = new Float64Array(windows.batch * product(windows.input) * ins);
  for (let tap = 0; tap < product(windows.filter); tap++) {
    const block = heap.at(filter) + tap * ins * outs * 4;
    const args = [rows, ins, outs, 0, heap.scratch] as const;
    heap.native.matMul(heap.at(dy), false, block, true, heap.at(back), ...args);
    const values = heap.floats(back);
    for (const [row, pixel] of seenThrough(windows, tap).entries()) {
      if (pixel < 0) continue;
      for (let c = 0; c < ins; c++) sums[pixel * ins + c] += values[row * ins + c];
    }
  }
  heap.backend.disposeData(back.dataId);
  heap.floats(dx).set(sums);
  return dx;
};

/** As `filterGradient`, for a filter of `each` outputs a channel, which sees that channel alone. */
const depthwiseFilterGradient: Gradient = (heap, windows, x, dy, shape) => {
  const [channels, each] = shape.slice(-2);
  const dw = heap.output(shape, "float32");
  const [from, back, to] = [heap.floats(x), heap.floats(dy), heap.floats(dw)];
  for (let tap = 0; tap < product(windows.filter); tap++) {
    const sums = new Float64Array(channels * each);
    for (const [row, pixel] of seenThrough(windows, tap).entries()) {
      if (pixel < 0) continue;
      for (let i = 0; i < sums.length; i++) {
        sums[i] += from[pixel * channels + Math.floor(i / each)] * back[row * sums.length + i];
      }
    }
    to.set(sums, tap * sums.length);
  }
  return dw;
};

/** As `inputGradient`, for a filter of `each` outputs a channel, which sees that channel alone. */
const depthwiseInputGradient: Gradient = (heap, windows, filter, dy, shape) => {
  const [channels, each] = filter.shape.slice(-2);
  const outs = channels * each;
  const dx = heap.output(shape, "float32");
  const [weights, back, to] = [heap.floats(filter), heap.floats(dy), heap.floats(dx)];
  const sums = new Float64Array(to.length);
  for (let tap = 0; tap < product(windows.filter); tap++) {
    for (const [row, pixel] of seenThrough(windows, tap).entries()) {
      if (pixel < 0) continue;
      for (let i = 0; i < outs; i++) {
        sums[pixel * channels + Math.floor(i / each)] +=
          weights[tap * outs + i] * back[row * outs + i];
      }
    }
  }
  to.set(sums);
  return dx;
};

type Convolution = "conv2d" | "conv3d" | "depthwiseConv2d";

/** How the filter of a convolution with these attributes moves over x. */
function windowsOf(
  tf: Tf,
  convolution: Convolution,
  x: readonly number[],
  filter: readonly number[],
  attrs: unknown,
): Windows {
  const { strides, dilations = 1, pad, dimRoundingMode } = attrs as Record<string, never>;
  const { computeConv2DInfo, computeConv3DInfo } = tf.backend_util;
  const shapes = [x, filter] as [never, never];
  if (convolution === "conv3d") return windows3d(computeConv3DInfo(...shapes, strides, 1, pad));
  const depthwise = convolution === "depthwiseConv2d";
  const rest = [strides, dilations, pad, dimRoundingMode, depthwise] as const;
  return windows2d(computeConv2DInfo(...shapes, ...rest));
}

const kernel = (
  name: string,
  convolution: Convolution,
  gradient: Gradient,
  example: Kernel["example"],
): Kernel => ({
  name,
  example,
  run(tf, heap, { inputs, attrs }) {
    const { x, filter, dy } = inputs as Record<string, TensorInfo>;
    const { dataFormat = "NHWC", inputShape, filterShape } = attrs as Record<string, never>;
    mustBeFloats(convolution, x ?? filter, dy);
    if (dataFormat !== "NHWC") {
      throw new Error(`the gradient of ${convolution}: ${dataFormat} is not there; NHWC is`);
    }
    const [xShape, wShape] = [x?.shape ?? inputShape, filter?.shape ?? filterShape];
    const windows = windowsOf(tf, convolution, xShape, wShape, attrs);
    return gradient(heap, windows, x ?? filter, dy, x ? wShape : xShape);
  },
});

/** The gradients of convolutions that TensorFlow.js's wasm backend has not. */
export const convolutionGradients: readonly Kernel[] = [
  kernel("Conv2DBackpropFilter", "conv2d", filterGradient, (tf) => [
    tf.grad((w) => tf.conv2d(tf.tensor3d([1, 2, 3, 4], [2, 2, 1]), w as never, 1, "same"))(
      tf.zeros([1, 2, 1, 1]),
    ),
    [10, 6],
  ]),
  kernel("Conv3DBackpropFilterV2", "conv3d", filterGradient, (tf) => [
    tf.grad((w) => tf.conv3d(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), w as never, 1, "same"))(
      tf.zeros([1, 1, 2, 1, 1]),
    ),
    [10, 6],
  ]),
  kernel("Conv3DBackpropInputV2", "conv3d", inputGradient, (tf) => [
    tf.grad((x) => tf.conv3d(x as never, tf.tensor5d([1, 2], [1, 1, 2, 1, 1]), 1, "valid"))(
      tf.zeros([1, 1, 3, 1]),
    ),
    [1, 3, 2],
  ]),
  kernel(
    "DepthwiseConv2dNativeBackpropFilter",
    "depthwiseConv2d",
    depthwiseFilterGradient,
    (tf) => [
      tf.grad((w) =>
        tf.depthwiseConv2d(tf.tensor3d([1, 2, 3, 4], [2, 1, 2]), w as never, 1, "same"),
      )(tf.zeros([2, 1, 2, 1])),
      [4, 6, 3, 4],
    ],
  ),
  kernel("DepthwiseConv2dNativeBackpropInput", "depthwiseConv2d", depthwiseInputGradient, (tf) => [
    tf.grad((x) =>
      tf.depthwiseConv2d(x as never, tf.tensor4d([1, 2, 3, 4], [2, 1, 1, 2]), 1, "same"),
    )(tf.zeros([2, 1, 1])),
    [3, 10],
  ]),
];
