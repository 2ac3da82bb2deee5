import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { numbers, onBoth, random, sizeOf, startWasm } from "./support.ts";

beforeAll(async () => {
  await startWasm();
  const { replaced, added } = await installTfjsKernels();
  expect([...replaced, ...added]).toEqual(
    expect.arrayContaining(["GatherV2", "UnsortedSegmentSum"]),
  );
});

describe("tf.gather", () => {
  const shapes = [[5], [5, 1], [5, 3], [5, 4, 2], [5, 17, 3]];

  test.each(shapes.flatMap((shape) => shape.map((_, axis) => [shape, axis] as const)))(
    "of shape %j along axis %i is as on the cpu backend",
    async (shape, axis) => {
      const values = random(sizeOf(shape));
      const last = shape[axis] - 1;
      for (const indices of [
        [last, 0, last],
        [0],
        [
          [0, last],
          [last, last],
        ],
        [],
      ]) {
        for (const dtype of ["float32", "int32", "bool"] as const) {
          const both = await onBoth(() =>
            tf.gather(
              tf.cast(tf.greater(tf.tensor(values, [...shape]), 0), dtype),
              tf.tensor(indices, undefined, "int32"),
              axis - (indices.length % 2) * shape.length,
            ),
          );
          expect(both.ours).toEqual(both.cpu);
          expect(both.shapes[0]).toEqual(both.shapes[1]);
        }
      }
    },
  );

  test.each([1, 2])("batch by batch, axis %i", async (axis) => {
    const values = random(2 * 4 * 3);
    const { ours, cpu, shapes } = await onBoth(() =>
      tf.gather(
        tf.tensor3d(values, [2, 4, 3]),
        tf.tensor2d([2, 1, 0, 0, 2, 2], [2, 3], "int32"),
        axis,
        1,
      ),
    );
    expect(ours).toEqual(cpu);
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test.each([-1, 5])("index %i is refused in TensorFlow.js's words", (index) => {
    const x = tf.tensor1d([1, 2, 3, 4, 5]);
    expect(() => tf.gather(x, tf.tensor1d([0, index], "int32"))).toThrow(
      `GatherV2: the index value ${index} is not in [0, 4]`,
    );
  });

  test.each([0, 1])("has a gradient, axis %i", async (axis) => {
    const values = random(12);
    const weights = random(12 * 3);
    const { ours, cpu } = await onBoth(() =>
      tf.grad((x: tf.Tensor) => {
        const picked = tf.gather(x, tf.tensor1d([2, 0, 2, 2, 1], "int32"), axis);
        return tf.sum(tf.mul(picked, tf.tensor(weights.subarray(0, picked.size), picked.shape)));
      })(tf.tensor2d(values, [4, 3])),
    );
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 6);
  });
});

describe("tf.unsortedSegmentSum", () => {
  const ids = [2, -1, 0, 2, 9, 2, 3, -7, 0];

  test.each([[[9]], [[9, 1]], [[9, 6]], [[9, 2, 5]]])("of shape %j", async (shape) => {
    const values = random(sizeOf(shape));
    const { ours, cpu, shapes } = await onBoth(() =>
      tf.unsortedSegmentSum(tf.tensor(values, shape), tf.tensor1d(ids, "int32"), 5),
    );
    expect(shapes[0]).toEqual(shapes[1]);
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 6);
  });

  test("adds in the order of the entries", () => {
    const terms = [1, 2 ** -24, 2 ** -24, -1];
    const sum = numbers(() =>
      tf.unsortedSegmentSum(tf.tensor1d(terms), tf.tensor1d([0, 0, 0, 0], "int32"), 1),
    );
    expect(sum).toEqual([0]);
  });

  test("sums whole numbers exactly", () => {
    const sums = numbers(() =>
      tf.unsortedSegmentSum(
        tf.tensor2d([2 ** 30, 1, 7, 2, 1, 3], [3, 2], "int32"),
        tf.tensor1d([1, 1, 0], "int32"),
        2,
      ),
    );
    expect(sums).toEqual([1, 3, 2 ** 30 + 7, 3]);
  });

  test("has the gradient of the cpu backend, zero where an id is negative", async () => {
    const values = random(9 * 4);
    const weights = random(10 * 4);
    const { ours, cpu } = await onBoth(() =>
      tf.grad((x: tf.Tensor) => {
        const sums = tf.unsortedSegmentSum(x, tf.tensor1d(ids, "int32"), 10);
        return tf.sum(tf.mul(sums, tf.tensor2d(weights, [10, 4])));
      })(tf.tensor2d(values, [9, 4])),
    );
    expect(ours).toEqual(cpu);
    expect(ours.slice(4, 8)).toEqual([0, 0, 0, 0]);
  });

  test("says what is wrong with ids and types", () => {
    const ids = tf.tensor1d([0, 1], "int32");
    expect(() => tf.unsortedSegmentSum(tf.zeros([3]), ids, 2)).toThrow(
      "segmentIds of shape [2] for x of shape [3]",
    );
    expect(() => tf.unsortedSegmentSum(tf.zeros([2], "bool"), ids, 2)).toThrow("x is bool");
  });
});
