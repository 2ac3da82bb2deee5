import type { Tensor, TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { type Kernel, runKernel } from "./kernel.ts";
import type { Tf } from "./tf.ts";

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** The shape as outer × terms × inner, terms being summed; undefined if other axes lie between those. */
function layout(shape: readonly number[], summed: readonly boolean[]) {
  const first = shape.findIndex((length, axis) => summed[axis] && length !== 1);
  const last = shape.findLastIndex((length, axis) => summed[axis] && length !== 1);
  if (first === -1) return { outer: sizeOf(shape), terms: 1, inner: 1 };
  const between = shape.slice(first, last + 1);
  if (between.some((length, i) => !summed[first + i] && length !== 1)) return undefined;
  return {
    outer: sizeOf(shape.slice(0, first)),
    terms: sizeOf(between),
    inner: sizeOf(shape.slice(last + 1)),
  };
}

function reduce(
  tf: Tf,
  heap: Heap,
  x: TensorInfo,
  axis: number | number[],
  keepDims: boolean,
  mean: boolean,
): TensorInfo {
  const axes = tf.util.parseAxisParam(axis, x.shape);
  const summed = x.shape.map((_, i) => axes.includes(i));
  const places = layout(x.shape, summed);
  if (!places) {
    const order = [...x.shape.keys()];
    const perm = [...order.filter((i) => !summed[i]), ...order.filter((i) => summed[i])];
    const sorted = runKernel(tf, heap, "Transpose", { x }, { perm });
    const last = order.slice(order.length - axes.length);
    const out = reduce(tf, heap, sorted, last, false, mean);
    heap.backend.disposeData(sorted.dataId);
    out.shape = outShape(x.shape, summed, keepDims);
    return out;
  }
  const out = heap.output(outShape(x.shape, summed, keepDims), "float32");
  const { outer, terms, inner } = places;
  const divisor = mean ? terms : 1;
  heap.native.reduce(heap.at(x), heap.at(out), outer, terms, inner, divisor, heap.scratch);
  return out;
}

function outShape(shape: readonly number[], summed: readonly boolean[], keepDims: boolean) {
  return shape
    .map((length, axis) => (summed[axis] ? 1 : length))
    .filter((_, axis) => keepDims || !summed[axis]);
}

const reduction = (name: string, mean: boolean, example: Kernel["example"]): Kernel => ({
  name,
  example,
  run(tf, heap, { inputs, attrs }, former) {
    const { x } = inputs as { x: TensorInfo };
    const { axis, keepDims } = attrs as { axis: number | number[]; keepDims: boolean };
    return x.dtype === "float32" ? reduce(tf, heap, x, axis, keepDims, mean) : former();
  },
});

const matrix = (tf: Tf): Tensor => tf.tensor2d([1, 2, 3, 5, 7, 12], [2, 3]);

export const reductions: readonly Kernel[] = [
  reduction("Sum", false, (tf) => [tf.sum(matrix(tf), 0), [6, 9, 15]]),
  reduction("Mean", true, (tf) => [tf.mean(matrix(tf), 1), [2, 8]]),
];
