import type { TensorInfo } from "@tensorflow/tfjs";
import { type Kernel, mustBeFloats } from "./kernel.ts";
import { product, seenThrough, windows2d } from "./windows.ts";

type Shape = [number, number, number, number];

interface Attributes {
  readonly strides: [number, number];
  readonly dilations: [number, number];
  readonly pad: "same" | "valid";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

export const depthwiseFilter: Kernel = {
  name: "DepthwiseConv2dNativeBackpropFilter",
  run(tf, heap, { inputs, attrs }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, filterShape } =
      attrs as unknown as Attributes & { readonly filterShape: Shape };
    mustBeFloats("depthwiseConv2d", x, dy);
    const windows = windows2d(
      tf.backend_util.computeConv2DInfo(
        ...([x.shape as Shape, filterShape, strides, dilations, pad, dimRoundingMode] as const),
        true,
      ),
    );
    const [, , channels, each] = filterShape;
    const dw = heap.output(filterShape, "float32");
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
  },
  example: (tf) => [
    tf.grad((w) => tf.depthwiseConv2d(tf.tensor3d([1, 2, 3, 4], [2, 1, 2]), w as never, 1, "same"))(
      tf.zeros([2, 1, 2, 1]),
    ),
    [4, 6, 3, 4],
  ],
};

export const depthwiseInput: Kernel = {
  name: "DepthwiseConv2dNativeBackpropInput",
  run(tf, heap, { inputs, attrs }) {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, inputShape } =
      attrs as unknown as Attributes & { readonly inputShape: Shape };
    mustBeFloats("depthwiseConv2d", dy, filter);
    const shape = filter.shape as Shape;
    const windows = windows2d(
      tf.backend_util.computeConv2DInfo(
        ...([inputShape, shape, strides, dilations, pad, dimRoundingMode] as const),
        true,
      ),
    );
    const [, , channels, each] = shape;
    const dx = heap.output(inputShape, "float32");
    const [weights, back, to] = [heap.floats(filter), heap.floats(dy), heap.floats(dx)];
    const sums = new Float64Array(to.length);
    for (let tap = 0; tap < product(windows.filter); tap++) {
      for (const [row, pixel] of seenThrough(windows, tap).entries()) {
        if (pixel < 0) continue;
        for (let i = 0; i < channels * each; i++) {
          sums[pixel * channels + Math.floor(i / each)] +=
            weights[tap * channels * each + i] * back[row * channels * each + i];
        }
      }
    }
    to.set(sums);
    return dx;
  },
  example: (tf) => [
    tf.grad((x) =>
      tf.depthwiseConv2d(x as never, tf.tensor4d([1, 2, 3, 4], [2, 1, 1, 2]), 1, "same"),
    )(tf.zeros([2, 1, 1])),
    [3, 10],
  ],
};
