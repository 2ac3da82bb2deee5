import type { backend_util } from "@tensorflow/tfjs";

/** How a filter or a pool moves over images: depth, height and width; in 2D the depth is 1. */
export interface Windows {
  readonly batch: number;
  readonly input: Lengths;
  readonly output: Lengths;
  readonly filter: Lengths;
  readonly strides: Lengths;
  readonly dilations: Lengths;
  /** Rows or columns of padding before the first pixel. */
  readonly padding: Lengths;
}

type Lengths = readonly [depth: number, height: number, width: number];

export const windows2d = (info: backend_util.Conv2DInfo): Windows => ({
  batch: info.batchSize,
  input: [1, info.inHeight, info.inWidth],
  output: [1, info.outHeight, info.outWidth],
  filter: [1, info.filterHeight, info.filterWidth],
  strides: [1, info.strideHeight, info.strideWidth],
  dilations: [1, info.dilationHeight, info.dilationWidth],
  padding: [0, info.padInfo.top, info.padInfo.left],
});

export const windows3d = (info: backend_util.Conv3DInfo): Windows => ({
  batch: info.batchSize,
  input: [info.inDepth, info.inHeight, info.inWidth],
  output: [info.outDepth, info.outHeight, info.outWidth],
  filter: [info.filterDepth, info.filterHeight, info.filterWidth],
  strides: [info.strideDepth, info.strideHeight, info.strideWidth],
  dilations: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
  padding: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
});

export const product = ([a, b, c]: Lengths): number => a * b * c;

/** For each output pixel, in order, the input pixel that it sees through a tap of the filter; −1 for padding. */
export function seenThrough(windows: Windows, tap: number): Int32Array {
  const { batch, input, output, filter, strides, dilations, padding } = windows;
  const place = [Math.floor(tap / filter[2] / filter[1]), Math.floor(tap / filter[2]) % filter[1]];
  const [depths, rows, columns] = [...place, tap % filter[2]].map((at, axis) =>
    Array.from({ length: output[axis] }, (_, i) => {
      const seen = i * strides[axis] + at * dilations[axis] - padding[axis];
      return seen >= 0 && seen < input[axis] ? seen : -1;
    }),
  );
  const pixels = new Int32Array(batch * product(output));
  let i = 0;
  for (let b = 0; b < batch; b++) {
    for (const depth of depths) {
      for (const row of rows) {
        for (const column of columns) {
          const seen = ((b * input[0] + depth) * input[1] + row) * input[2] + column;
          pixels[i++] = depth < 0 || row < 0 || column < 0 ? -1 : seen;
        }
      }
    }
  }
  return pixels;
}
