import type { TensorInfo } from "@tensorflow/tfjs";
import type { Kernel } from "./kernel.ts";

const bytesOf: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1 };

const gatherV2: Kernel = {
  name: "GatherV2",
  run(tf, heap, { inputs, attrs }, former) {
    const { x, indices } = inputs as { x: TensorInfo; indices: TensorInfo };
    const { axis, batchDims } = attrs as { axis: number; batchDims: number };
    const bytes = bytesOf[x.dtype];
    const [parsedAxis] = tf.util.parseAxisParam(axis, x.shape);
    const count = tf.util.sizeFromShape(indices.shape);
    const inRange = heap.native.within(heap.at(indices), count, x.shape[parsedAxis]) === 1;
    if (!bytes || !inRange) return former();
    const { batchSize, outerSize, dimSize, sliceSize, outputShape } =
      tf.backend_util.segment_util.collectGatherOpShapeInfo(
        { shape: x.shape } as never,
        { shape: indices.shape } as never,
        parsedAxis,
        batchDims,
      );
    const out = heap.output(outputShape, x.dtype);
    heap.native.gather(
      heap.at(x),
      heap.at(indices),
      heap.at(out),
      batchSize,
      outerSize,
      dimSize,
      batchSize === 0 ? 0 : count / batchSize,
      sliceSize * bytes,
    );
    return out;
  },
  example: (tf) => [
    tf.gather(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]), tf.tensor1d([2, 0], "int32")),
    [5, 6, 1, 2],
  ],
};

const unsortedSegmentSum: Kernel = {
  name: "UnsortedSegmentSum",
  run(tf, heap, { inputs, attrs }) {
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const { numSegments } = attrs as { numSegments: number };
    const [count, ...slice] = x.shape;
    if (segmentIds.shape.length !== 1 || segmentIds.shape[0] !== count) {
      throw new Error(
        `unsortedSegmentSum: segmentIds of shape [${segmentIds.shape}] for x of shape [${x.shape}]; one id for each entry of x's first axis is right`,
      );
    }
    if (x.dtype !== "float32" && x.dtype !== "int32") {
      throw new Error(`unsortedSegmentSum: x is ${x.dtype}; float32 and int32 can be summed`);
    }
    const out = heap.output([numSegments, ...slice], x.dtype);
    heap.native.segmentSum(
      heap.at(x),
      heap.at(segmentIds),
      heap.at(out),
      count,
      tf.util.sizeFromShape(slice),
      numSegments,
      x.dtype === "int32",
    );
    return out;
  },
  example: (tf) => [
    tf.unsortedSegmentSum(tf.tensor1d([1, 2, 4, 8]), tf.tensor1d([1, 0, 1, -1], "int32"), 3),
    [2, 5, 0],
  ],
};

export const gathers: readonly Kernel[] = [gatherV2, unsortedSegmentSum];
