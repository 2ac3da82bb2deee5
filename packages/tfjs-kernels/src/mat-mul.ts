import type { TensorInfo } from "@tensorflow/tfjs";
import type { Heap } from "./heap.ts";
import { type Kernel, runKernel } from "./kernel.ts";
import type { Tf } from "./tf.ts";

interface Product {
  /** Sizes before the last two, those of 1 stretched. */
  readonly batch: readonly number[];
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** Undefined if these cannot be multiplied: TensorFlow.js's own kernel then says why. */
function productOf(
  tf: Tf,
  a: TensorInfo,
  b: TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): Product | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  if (a.shape.length < 2 || b.shape.length < 2) return undefined;
  const [aRows, aColumns] = a.shape.slice(-2);
  const [bRows, bColumns] = b.shape.slice(-2);
  const [m, k] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [inner, n] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (inner !== k) return undefined;
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  return { batch, m, n, k };
}

/** For each matrix of the product, which of the operand's matrices is its factor. */
function matrices(tf: Tf, shape: readonly number[], batch: readonly number[]): number[] {
  const own = shape.slice(0, -2);
  const missing = batch.length - own.length;
  const strides = batch.map((_, axis) => {
    const size = own[axis - missing] ?? 1;
    return size === 1 ? 0 : tf.util.sizeFromShape(own.slice(axis - missing + 1));
  });
  let chosen = [0];
  for (const [axis, size] of batch.entries()) {
    chosen = chosen.flatMap((from) =>
      Array.from({ length: size }, (_, i) => from + i * strides[axis]),
    );
  }
  return chosen;
}

/** The product of two tensors' matrices; `bias`, n numbers, is added to each row. */
export function multiply(
  tf: Tf,
  heap: Heap,
  a: TensorInfo,
  b: TensorInfo,
  { batch, m, n, k }: Product,
  transposeA: boolean,
  transposeB: boolean,
  bias?: TensorInfo,
): TensorInfo {
  const out = heap.output([...batch, m, n], "float32");
  const [aAt, bAt, outAt] = [heap.at(a), heap.at(b), heap.at(out)];
  const biasAt = bias ? heap.at(bias) : 0;
  const run = (i: number, j: number, to: number, rows: number) =>
    heap.native.matMul(
      aAt + i * m * k * 4,
      transposeA,
      bAt + j * k * n * 4,
      transposeB,
      outAt + to * m * n * 4,
      rows,
      n,
      k,
      biasAt,
      heap.scratch,
    );
  const count = tf.util.sizeFromShape(batch as number[]);
  if (tf.util.sizeFromShape(b.shape.slice(0, -2)) === 1 && !transposeA) {
    run(0, 0, 0, count * m); // one tall matrix
  } else {
    const left = matrices(tf, a.shape, batch);
    const right = matrices(tf, b.shape, batch);
    for (let i = 0; i < count; i++) run(left[i], right[i], i, m);
  }
  return out;
}

const batchMatMul: Kernel = {
  name: "BatchMatMul",
  run(tf, heap, { inputs, attrs }, former) {
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const product = productOf(tf, a, b, transposeA, transposeB);
    return product ? multiply(tf, heap, a, b, product, transposeA, transposeB) : former();
  },
  example: (tf) => [
    tf.matMul(
      tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]),
      tf.tensor2d([1, 0, 2, -1, 3, 1], [2, 3]),
      true,
      true,
    ),
    [11, 13, 14, 16],
  ],
};

const activations: Readonly<Record<string, string>> = {
  relu: "Relu",
  relu6: "Relu6",
  elu: "Elu",
  sigmoid: "Sigmoid",
  prelu: "Prelu",
  leakyrelu: "LeakyRelu",
};

const fusedMatMul: Kernel = {
  name: "_FusedMatMul",
  run(tf, heap, { inputs, attrs }, former) {
    const { a, b, bias, preluActivationWeights } = inputs as {
      a: TensorInfo;
      b: TensorInfo;
      bias?: TensorInfo;
      preluActivationWeights?: TensorInfo;
    };
    const { transposeA, transposeB, activation, leakyreluAlpha } = attrs as {
      transposeA: boolean;
      transposeB: boolean;
      activation: string;
      leakyreluAlpha: number;
    };
    const product = productOf(tf, a, b, transposeA, transposeB);
    const known = activation === "linear" || Object.hasOwn(activations, activation);
    const biasFits = !bias || (bias.shape.length === 1 && bias.shape[0] === product?.n);
    if (!product || !known || !biasFits) return former();
    const sum = multiply(tf, heap, a, b, product, transposeA, transposeB, bias);
    if (activation === "linear") return sum;
    const out = runKernel(
      tf,
      heap,
      activations[activation],
      { x: sum, alpha: preluActivationWeights },
      { alpha: leakyreluAlpha },
    );
    heap.backend.disposeData(sum.dataId);
    return out;
  },
  example: (tf) => [
    tf.fused.matMul({
      a: tf.tensor2d([1, 2], [1, 2]),
      b: tf.tensor2d([3, -5, 4, 1], [2, 2]),
      bias: tf.tensor1d([0.5, 1]),
      activation: "relu",
    }),
    [11.5, 0],
  ],
};

export const products: readonly Kernel[] = [batchMatMul, fusedMatMul];
