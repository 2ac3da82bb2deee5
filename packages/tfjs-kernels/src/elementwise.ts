import type { DataType, TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import type { Kernel } from "./kernel.ts";

/** A tensor that shares another's numbers, which TensorFlow.js's own kernels copy. */
function share(heap: Heap, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  heap.backend.incRef(dataId);
  return { dataId, shape, dtype };
}

const identity: Kernel = {
  name: "Identity",
  run(_, heap, { inputs }, former) {
    const { x } = inputs as { x: TensorInfo };
    return x.dtype === "string" ? former() : share(heap, x);
  },
  example: (tf) => [tf.clone(tf.tensor1d([1, 2])), [1, 2]],
};

const cast: Kernel = {
  name: "Cast",
  run(_, heap, { inputs, attrs }, former) {
    const { x } = inputs as { x: TensorInfo };
    const { dtype } = attrs as { dtype: DataType };
    return x.dtype === dtype && dtype !== "string" ? share(heap, x) : former();
  },
  example: (tf) => [tf.cast(tf.tensor1d([1.5, -2]), "int32"), [1, -2]],
};

const square: Kernel = {
  name: "Square",
  run(tf, heap, { inputs }, former) {
    const { x } = inputs as { x: TensorInfo };
    if (x.dtype !== "float32") return former();
    const out = heap.output(x.shape, "float32");
    heap.native.square(heap.at(x), heap.at(out), tf.util.sizeFromShape(x.shape));
    return out;
  },
  example: (tf) => [tf.square(tf.tensor1d([1, -2, 3, 0.5, 4])), [1, 4, 9, 0.25, 16]],
};

export const elementwise: readonly Kernel[] = [identity, cast, square];
