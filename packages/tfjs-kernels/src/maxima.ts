import type { TensorInfo } from "@tensorflow/tfjs";
import { type Kernel, mustBeFloats } from "./kernel.ts";
import type { Tf } from "./tf.ts";
import { product, seenThrough, type Windows, windows2d } from "./windows.ts";

/*
 * In place of TensorFlow.js's own kernels, which find no maximum where all numbers are negative: they
 * begin their search at the smallest number above 0.
 */

/** By output pixel and channel: the largest number in its window, and where it was first seen. */
interface Maxima {
  readonly values: Float32Array;
  /** Places in x. */
  readonly places: Int32Array;
  readonly taps: Int32Array;
}

/** @param added to what is seen through each tap, taps × channels */
function maximaOf(
  windows: Windows,
  x: Float32Array,
  channels: number,
  added?: Float32Array,
): Maxima {
  const size = windows.batch * product(windows.output) * channels;
  const values = new Float32Array(size).fill(Number.NEGATIVE_INFINITY);
  const [places, taps] = [new Int32Array(size).fill(-1), new Int32Array(size)];
  for (let tap = 0; tap < product(windows.filter); tap++) {
    for (const [row, pixel] of seenThrough(windows, tap).entries()) {
      if (pixel < 0) continue;
      for (let c = 0; c < channels; c++) {
        const [at, from] = [row * channels + c, pixel * channels + c];
        const value = added ? Math.fround(x[from] + added[tap * channels + c]) : x[from];
        if (places[at] >= 0 && !(value > values[at])) continue;
        values[at] = value;
        places[at] = from;
        taps[at] = tap;
      }
    }
  }
  return { values, places, taps };
}

/** Σ of what comes back, by the place that it goes to. */
function scattered(back: Float32Array, places: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const [i, place] of places.entries()) sums[place] += back[i];
  return sums;
}

type Shape = [number, number, number, number];
type Pad = Parameters<Tf["backend_util"]["computePool2DInfo"]>[4];

interface PoolAttributes {
  readonly filterSize: [number, number];
  readonly strides: [number, number];
  readonly pad: Pad;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly includeBatchInIndex?: boolean;
}

function pool(tf: Tf, x: TensorInfo, attrs: unknown) {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as PoolAttributes;
  const shape = x.shape as Shape;
  return tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

const maxPoolGradient: Kernel = {
  name: "MaxPoolGrad",
  run(tf, heap, { inputs, attrs }) {
    const { dy, input: x } = inputs as { dy: TensorInfo; input: TensorInfo };
    mustBeFloats("maxPool", dy, x);
    const dx = heap.output(x.shape, "float32");
    const to = heap.floats(dx);
    const { places } = maximaOf(windows2d(pool(tf, x, attrs)), heap.floats(x), x.shape[3]);
    to.set(scattered(heap.floats(dy), places, to.length));
    return dx;
  },
  example: (tf) => [
    tf.grad((x) => tf.maxPool(x as never, 2, 1, "valid"))(
      tf.tensor3d([-1, -2, -3, -2, -4, -5], [2, 3, 1]),
    ),
    [1, 1, 0, 0, 0, 0],
  ],
};

const maxPoolWithArgmax: Kernel = {
  name: "MaxPoolWithArgmax",
  run(tf, heap, { inputs, attrs }, former) {
    const { x } = inputs as { x: TensorInfo };
    if (x.dtype !== "float32") return former();
    const info = pool(tf, x, attrs);
    const pooled = heap.output(info.outShape, "float32");
    const indexes = heap.output(info.outShape, "int32");
    const { values, places } = maximaOf(windows2d(info), heap.floats(x), info.inChannels);
    heap.floats(pooled).set(values);
    const image = info.inHeight * info.inWidth * info.inChannels;
    const whole = (attrs as unknown as PoolAttributes).includeBatchInIndex;
    heap.integers(indexes).set(whole ? places : places.map((place) => place % image));
    return [pooled, indexes];
  },
  example: (tf) => [
    tf.maxPoolWithArgmax(tf.tensor4d([-3, -1, -2, -4], [1, 2, 2, 1]), 2, 1, "valid").indexes,
    [1],
  ],
};

function dilation(tf: Tf, x: TensorInfo, filter: TensorInfo, attrs: unknown): Windows {
  const { strides, pad, dilations } = attrs as {
    readonly strides: [number, number];
    readonly dilations: [number, number];
    readonly pad: "same" | "valid";
  };
  const shapes = [x.shape as Shape, filter.shape as [number, number, number]] as const;
  return windows2d(
    tf.backend_util.computeDilation2DInfo(...shapes, strides, pad, "NHWC", dilations),
  );
}

const dilation2d: Kernel = {
  name: "Dilation2D",
  run(tf, heap, { inputs, attrs }, former) {
    const { x, filter } = inputs as { x: TensorInfo; filter: TensorInfo };
    if (x.dtype !== "float32" || filter.dtype !== "float32") return former();
    const windows = dilation(tf, x, filter, attrs);
    const channels = x.shape[3];
    const [, height, width] = windows.output;
    const out = heap.output([windows.batch, height, width, channels], "float32");
    const { values } = maximaOf(windows, heap.floats(x), channels, heap.floats(filter));
    heap.floats(out).set(values);
    return out;
  },
  example: (tf) => [
    tf.dilation2d(
      ...([tf.tensor3d([-5, -2, -3], [1, 3, 1]), tf.tensor3d([1, -1], [1, 2, 1])] as const),
      ...([1, "valid"] as const),
    ),
    [-3, -1],
  ],
};

const dilationGradient = (of: "Input" | "Filter"): Kernel => ({
  name: `Dilation2DBackprop${of}`,
  run(tf, heap, { inputs, attrs }) {
    const { x, filter, dy } = inputs as { x: TensorInfo; filter: TensorInfo; dy: TensorInfo };
    mustBeFloats("dilation2d", x, filter, dy);
    const channels = x.shape[3];
    const out = heap.output(of === "Input" ? x.shape : filter.shape, "float32");
    const to = heap.floats(out);
    const found = maximaOf(
      dilation(tf, x, filter, attrs),
      heap.floats(x),
      channels,
      heap.floats(filter),
    );
    const places =
      of === "Input" ? found.places : found.taps.map((tap, i) => tap * channels + (i % channels));
    to.set(scattered(heap.floats(dy), places, to.length));
    return out;
  },
  example(tf) {
    const [x, w] = [tf.tensor3d([-5, -2, -3], [1, 3, 1]), tf.tensor3d([1, -1], [1, 2, 1])];
    const [dx, dw] = tf.grads((...[x, w]) => tf.dilation2d(x as never, w as never, 1, "valid"))([
      x,
      w,
    ]);
    return of === "Input" ? [dx, [0, 2, 0]] : [dw, [1, 1]];
  },
});

/** Pooling and dilation by maxima, and their gradients. */
export const maxima: readonly Kernel[] = [
  maxPoolGradient,
  maxPoolWithArgmax,
  dilation2d,
  dilationGradient("Input"),
  dilationGradient("Filter"),
];
