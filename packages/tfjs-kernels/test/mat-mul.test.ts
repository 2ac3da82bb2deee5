import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { numbers, onBoth, random, sizeOf, startWasm } from "./support.ts";

beforeAll(async () => {
  await startWasm();
  expect((await installTfjsKernels()).replaced).toContain("BatchMatMul");
});

const transposes = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

interface Case {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Rows of op(x): the shape that a stored matrix has. */
const stored = (rows: number, columns: number, transposed: boolean): [number, number] =>
  transposed ? [columns, rows] : [rows, columns];

/** The greatest error of c against sums in float64, as a part of Σ|a||b|. */
function worstError(
  a: Float32Array,
  b: Float32Array,
  c: ArrayLike<number>,
  { m, n, k, transposeA, transposeB }: Case,
): number {
  let worst = 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      let size = 0;
      for (let t = 0; t < k; t++) {
        const x = a[transposeA ? t * m + i : i * k + t] * b[transposeB ? j * k + t : t * n + j];
        sum += x;
        size += Math.abs(x);
      }
      worst = Math.max(worst, Math.abs(c[i * n + j] - sum) / size);
    }
  }
  return worst;
}

function errorOf(shape: Case): number {
  const { m, n, k, transposeA, transposeB } = shape;
  const a = random(m * k);
  const b = random(k * n);
  const c = numbers(() =>
    tf.matMul(
      tf.tensor2d(a, stored(m, k, transposeA)),
      tf.tensor2d(b, stored(k, n, transposeB)),
      transposeA,
      transposeB,
    ),
  );
  expect(c.length).toBe(m * n);
  return worstError(a, b, c, shape);
}

describe.each(transposes)("matMul, transposed %s and %s,", (transposeA, transposeB) => {
  test("is the product in every combination of sizes", () => {
    const sizes = [1, 2, 3, 5, 8, 9, 17, 64, 129];
    for (const m of sizes) {
      for (const n of sizes) {
        for (const k of sizes) {
          const error = errorOf({ m, n, k, transposeA, transposeB });
          expect(error, `${m} × ${k} × ${n}`).toBeLessThan(1e-6);
        }
      }
    }
  });

  test.each([
    [2, 1100, 400],
    [49, 5, 193],
    [4, 8, 1000],
    [6, 2051, 3],
    [97, 2056, 2],
    [3, 4100, 200],
  ])("is the product beyond one block: %i × %i, sums of %i", (m, n, k) => {
    expect(errorOf({ m, n, k, transposeA, transposeB })).toBeLessThan(1e-6);
  });

  test.each([
    [[2], [2]],
    [
      [2, 3],
      [2, 3],
    ],
    [[3], [2, 3]],
    [[2, 3], [3]],
    [[1], [4]],
    [[4], [1]],
    [[], [3]],
    [[3], []],
    [
      [2, 1],
      [1, 3],
    ],
    [
      [2, 1],
      [2, 3],
    ],
    [
      [4, 1, 3],
      [2, 1],
    ],
  ])("stretches batches [%j] and [%j]", (batchA, batchB) => {
    const [m, n, k] = [5, 9, 6];
    const shapeA = [...batchA, ...stored(m, k, transposeA)];
    const shapeB = [...batchB, ...stored(k, n, transposeB)];
    const a = random(sizeOf(shapeA));
    const b = random(sizeOf(shapeB));
    const batch = tf.broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
    const c = numbers(() => {
      const out = tf.matMul(tf.tensor(a, shapeA), tf.tensor(b, shapeB), transposeA, transposeB);
      expect(out.shape).toEqual([...batch, m, n]);
      return out;
    });
    const strideOf = (own: number[], axis: number) => {
      const at = axis - (batch.length - own.length);
      return own[at] > 1 ? sizeOf(own.slice(at + 1)) : 0;
    };
    for (let index = 0; index < sizeOf(batch); index++) {
      let [fromA, fromB, rest] = [0, 0, index];
      for (let axis = batch.length - 1; axis >= 0; axis--) {
        const place = rest % batch[axis];
        rest = (rest - place) / batch[axis];
        fromA += place * strideOf(batchA, axis);
        fromB += place * strideOf(batchB, axis);
      }
      const error = worstError(
        a.subarray(fromA * m * k, (fromA + 1) * m * k),
        b.subarray(fromB * k * n, (fromB + 1) * k * n),
        c.slice(index * m * n, (index + 1) * m * n),
        { m, n, k, transposeA, transposeB },
      );
      expect(error).toBeLessThan(1e-6);
    }
  });

  test.each([
    [[], []],
    [[2], [2]],
  ])("has the gradients of the cpu backend, batches [%j] and [%j]", async (batchA, batchB) => {
    const shapeA = [...batchA, ...stored(7, 13, transposeA)];
    const shapeB = [...batchB, ...stored(13, 10, transposeB)];
    const a = random(sizeOf(shapeA));
    const b = random(sizeOf(shapeB));
    const weights = random(sizeOf(batchA) * 70);
    const { ours, cpu } = await onBoth(() => {
      const [da, db] = tf.grads((x: tf.Tensor, y: tf.Tensor) => {
        const c = tf.matMul(x, y, transposeA, transposeB);
        return tf.sum(tf.mul(c, tf.tensor(weights, c.shape)));
      })([tf.tensor(a, shapeA), tf.tensor(b, shapeB)]);
      return tf.concat([tf.reshape(da, [-1]), tf.reshape(db, [-1])]);
    });
    for (const [i, value] of ours.entries()) expect(Math.abs(value - cpu[i])).toBeLessThan(1e-5);
  });
});

describe("one-hot rows", () => {
  const [m, n, k] = [50, 40, 300];
  const chosen = Array.from({ length: m }, (_, i) => [(i * 37) % k, (i * 11 + 5) % k]);
  const oneHot = new Float32Array(m * k);
  for (const [i, places] of chosen.entries()) for (const place of places) oneHot[i * k + place] = 1;

  test("pick rows of the right operand", () => {
    const b = random(k * n);
    const c = numbers(() => tf.matMul(tf.tensor2d(oneHot, [m, k]), tf.tensor2d(b, [k, n])));
    for (let i = 0; i < m; i++) {
      const [first, second] = [...new Set(chosen[i])];
      for (let j = 0; j < n; j++) {
        const other = second === undefined ? 0 : b[second * n + j];
        expect(c[i * n + j]).toBe(Math.fround(b[first * n + j] + other));
      }
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "meet %d as every row does, and nothing else changes",
    (odd) => {
      const b = random(k * n);
      const plain = numbers(() => tf.matMul(tf.tensor2d(oneHot, [m, k]), tf.tensor2d(b, [k, n])));
      b[7 * n + 3] = odd;
      const c = numbers(() => tf.matMul(tf.tensor2d(oneHot, [m, k]), tf.tensor2d(b, [k, n])));
      for (const [at, value] of c.entries()) {
        const i = Math.floor(at / n);
        const expected = at % n !== 3 ? plain[at] : chosen[i].includes(7) ? odd : Number.NaN;
        expect(value).toBe(expected);
      }
    },
  );
});

test("a row of a product has the same bits whatever stands beside it", () => {
  const [m, n, k] = [51, 2060, 401];
  const a = tf.tensor2d(random(m * k), [m, k]);
  const b = tf.tensor2d(random(k * n), [k, n]);
  const all = numbers(() => tf.slice(tf.matMul(a, b), [50, 2050], [1, 10]));
  const alone = numbers(() =>
    tf.matMul(tf.slice(a, [50, 0], [1, k]), tf.slice(b, [0, 2050], [k, 10])),
  );
  expect(alone).toEqual(all);
  tf.dispose([a, b]);
});

test("empty operands give empty or zero products", () => {
  expect(numbers(() => tf.matMul(tf.zeros([0, 3]), tf.zeros([3, 2])))).toEqual([]);
  expect(numbers(() => tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 2])))).toEqual([0, 0, 0, 0]);
});

test("what cannot be multiplied is refused in TensorFlow.js's words", () => {
  expect(() => tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 2]))).toThrow(/inner shapes/);
  expect(() => tf.matMul(tf.zeros([2, 2, 3]), tf.zeros([3, 3, 2]))).toThrow(/broadcast/);
  const integers = tf.tensor2d([1, 2, 3, 4], [2, 2], "int32");
  expect(() => tf.matMul(integers, integers)).toThrow(/non-float32/);
});

describe("tf.fused.matMul", () => {
  const activations = ["linear", "relu", "relu6", "elu", "sigmoid", "prelu", "leakyrelu"] as const;

  test.each(
    activations.flatMap((activation) => transposes.map((pair) => [activation, ...pair] as const)),
  )(
    "%s, transposed %s and %s, with and without a bias",
    async (activation, transposeA, transposeB) => {
      const n = 11;
      const [bias, alpha] = [random(n), random(n)];
      for (const [m, k, batch] of [
        [13, 20, []],
        [13, 20, [2]],
        [1, 300, []],
        [6, 300, []],
      ] as const) {
        const shapeA = [...batch, ...stored(m, k, transposeA)];
        const a = random(sizeOf(shapeA));
        const b = random(k * n);
        for (const withBias of [true, false]) {
          const { ours, cpu, shapes } = await onBoth(() =>
            tf.fused.matMul({
              a: tf.tensor<tf.Rank.R2>(a, shapeA as [number, number]),
              b: tf.tensor2d(b, stored(k, n, transposeB)),
              transposeA,
              transposeB,
              activation,
              bias: withBias ? tf.tensor1d(bias) : undefined,
              preluActivationWeights: activation === "prelu" ? tf.tensor1d(alpha) : undefined,
              leakyreluAlpha: 0.3,
            }),
          );
          expect(shapes[0]).toEqual(shapes[1]);
          for (const [i, value] of ours.entries()) {
            expect(Math.abs(value - cpu[i])).toBeLessThan(2e-5);
          }
        }
      }
    },
  );

  test("keeps a bias of the wrong length or an unknown activation TensorFlow.js's own affair", () => {
    const a = tf.zeros<tf.Rank.R2>([2, 3]);
    const b = tf.zeros<tf.Rank.R2>([3, 4]);
    const twoRows = tf.zeros([2, 4]);
    expect(() => tf.fused.matMul({ a, b, bias: twoRows })).toThrow(/rank-1 bias/);
    expect(() => tf.fused.matMul({ a, b, activation: "softmax" as never })).toThrow();
    tf.dispose([a, b, twoRows]);
  });
});
