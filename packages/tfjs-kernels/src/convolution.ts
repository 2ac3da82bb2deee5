import type { TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { type Kernel, mustBeFloats } from "./kernel.ts";
import type { Tf } from "./tf.ts";
import { product, seenThrough, type Windows, windows2d, windows3d } from "./windows.ts";

/*
 * The gradients of convolutions, a product of matrices for each tap of the filter: what is seen
 * through it, a row an output pixel, and what comes back.
 */

/** dw (taps × in × out) = Σ over output pixels of x seen through the tap ⊗ dy. */
function filterGradient(
  heap: Heap,
  windows: Windows,
  x: TensorInfo,
  dy: TensorInfo,
  shape: readonly number[],
): TensorInfo {
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
}

/** dx = Σ over the taps through which a pixel is seen of dy·wᵀ. */
function inputGradient(
  heap: Heap,
  windows: Windows,
  filter: TensorInfo,
  dy: TensorInfo,
  shape: readonly number[],
): TensorInfo {
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
}

type Pad = Parameters<Tf["backend_util"]["computeConv2DInfo"]>[4];

interface Attributes {
  readonly strides: [number, number];
  readonly pad: Pad;
  readonly dataFormat: "NHWC" | "NCHW";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly filterShape: [number, number, number, number];
}

export const conv2dFilter: Kernel = {
  name: "Conv2DBackpropFilter",
  run(tf, heap, { inputs, attrs }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, pad, dataFormat, dimRoundingMode, filterShape } =
      attrs as unknown as Attributes;
    mustBeFloats("conv2d", x, dy);
    if (dataFormat !== "NHWC") {
      throw new Error(`the gradient of conv2d: ${dataFormat} is not there; NHWC is`);
    }
    const shape = x.shape as [number, number, number, number];
    const info = tf.backend_util.computeConv2DInfo(
      ...([shape, filterShape, strides, 1, pad, dimRoundingMode] as const),
    );
    return filterGradient(heap, windows2d(info), x, dy, info.filterShape);
  },
  example: (tf) => [
    tf.grad((w) => tf.conv2d(tf.tensor3d([1, 2, 3, 4], [2, 2, 1]), w as never, 1, "same"))(
      tf.zeros([1, 2, 1, 1]),
    ),
    [10, 6],
  ],
};

interface Attributes3d {
  readonly strides: [number, number, number];
  readonly pad: "same" | "valid";
}

type Shape3d = [number, number, number, number, number];

export const conv3dFilter: Kernel = {
  name: "Conv3DBackpropFilterV2",
  run(tf, heap, { inputs, attrs }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, pad, filterShape } = attrs as unknown as Attributes3d & {
      readonly filterShape: Shape3d;
    };
    mustBeFloats("conv3d", x, dy);
    const shape = x.shape as Shape3d;
    const info = tf.backend_util.computeConv3DInfo(shape, filterShape, strides, 1, pad);
    return filterGradient(heap, windows3d(info), x, dy, info.filterShape);
  },
  example: (tf) => [
    tf.grad((w) => tf.conv3d(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), w as never, 1, "same"))(
      tf.zeros([1, 1, 2, 1, 1]),
    ),
    [10, 6],
  ],
};

export const conv3dInput: Kernel = {
  name: "Conv3DBackpropInputV2",
  run(tf, heap, { inputs, attrs }) {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, pad, inputShape } = attrs as unknown as Attributes3d & {
      readonly inputShape: Shape3d;
    };
    mustBeFloats("conv3d", dy, filter);
    const shape = filter.shape as Shape3d;
    const info = tf.backend_util.computeConv3DInfo(inputShape, shape, strides, 1, pad);
    return inputGradient(heap, windows3d(info), filter, dy, info.inShape);
  },
  example: (tf) => [
    tf.grad((x) => tf.conv3d(x as never, tf.tensor5d([1, 2], [1, 1, 2, 1, 1]), 1, "valid"))(
      tf.zeros([1, 1, 3, 1]),
    ),
    [1, 3, 2],
  ],
};
