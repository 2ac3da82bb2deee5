import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { numbers, onBoth, random, startWasm } from "./support.ts";

beforeAll(async () => {
  await startWasm();
  expect((await installTfjsKernels()).replaced).toEqual(expect.arrayContaining(["Sum", "Mean"]));
});

const operations = { sum: tf.sum, mean: tf.mean };

describe.each(["sum", "mean"] as const)("tf.%s", (name) => {
  const operation = operations[name];
  const shape = [3, 5, 2, 7];
  const axes = [
    undefined,
    ...[0, 1, 2, 3, -1],
    ...[[], [0, 1], [1, 2], [2, 3], [0, 2], [0, 3], [1, 3], [0, 1, 3], [0, 1, 2, 3]],
  ];

  test.each(axes)("over axes %j is as on the cpu backend", async (axis) => {
    const values = random(210);
    for (const keepDims of [false, true]) {
      const { ours, cpu, shapes } = await onBoth(() =>
        operation(tf.tensor(values, shape), axis, keepDims),
      );
      expect(shapes[0]).toEqual(shapes[1]);
      for (const [i, value] of ours.entries()) expect(Math.abs(value - cpu[i])).toBeLessThan(1e-6);
    }
  });

  test.each([
    [1, 1, 9],
    [4, 1, 1],
    [2, 1, 1030],
    [1030, 1, 2],
  ])("sees through axes of length 1: [%i, %i, %i]", async (...lengths) => {
    const values = random(lengths[0] * lengths[1] * lengths[2]);
    for (const axis of [[0], [1], [2], [0, 2]]) {
      const { ours, cpu } = await onBoth(() => operation(tf.tensor(values, lengths), axis));
      for (const [i, value] of ours.entries()) expect(Math.abs(value - cpu[i])).toBeLessThan(1e-5);
    }
  });

  test.each(["int32", "bool"] as const)("of %s is as on the cpu backend", async (dtype) => {
    const { ours, cpu } = await onBoth(() =>
      operation(tf.tensor2d([1, 0, 1, 1, 0, 1], [2, 3], dtype), 1),
    );
    expect(ours).toEqual(cpu);
  });

  test("has the gradient of the cpu backend", async () => {
    const values = random(6);
    const { ours, cpu } = await onBoth(() =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.square(operation(x, 0))))(tf.tensor2d(values, [2, 3])),
    );
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 6);
  });
});

describe.each([
  ["along rows", [1, 3_000_001], 1],
  ["along columns", [3_000_001, 1], 0],
  ["in columns side by side", [600_000, 5], 0],
] as const)("a long sum %s", (_, shape, axis) => {
  test("is right to float32's last digit", () => {
    const values = Float32Array.from(
      { length: shape[0] * shape[1] },
      (_, i) => 0.1 + (i % 7) * 1e-3,
    );
    const width = shape[1 - axis];
    const sums = new Array<number>(width).fill(0);
    for (const [i, value] of values.entries()) sums[i % width] += value;
    const got = numbers(() => tf.sum(tf.tensor2d(values, [...shape]), axis));
    expect(got).toEqual(sums.map((sum) => Math.fround(sum)));
    const mean = numbers(() => tf.mean(tf.tensor2d(values, [...shape]), axis));
    expect(mean).toEqual(sums.map((sum) => Math.fround(sum / shape[axis])));
  });
});

test("a sum of nothing is 0, a mean of nothing is not a number", () => {
  expect(numbers(() => tf.sum(tf.zeros([2, 0]), 1))).toEqual([0, 0]);
  expect(numbers(() => tf.mean(tf.zeros([0, 2]), 0))).toEqual([Number.NaN, Number.NaN]);
});
