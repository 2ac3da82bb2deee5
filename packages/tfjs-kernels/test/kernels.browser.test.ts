import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { beforeAll, expect, test } from "vitest";
import { numbers, random, startWasm } from "./support.ts";

beforeAll(() => startWasm(wasmUrl));

test("in Chromium the kernels are those of Node: products, gradients, gathers and sums", async () => {
  const kernels = await installTfjsKernels();
  expect(kernels.declined).toBeUndefined();
  const [a, b] = [random(33 * 70), random(70 * 19)];
  const product = numbers(() => tf.matMul(tf.tensor2d(a, [33, 70]), tf.tensor2d(b, [70, 19])));
  for (const [at, value] of product.entries()) {
    const [i, j] = [Math.floor(at / 19), at % 19];
    let sum = 0;
    for (let t = 0; t < 70; t++) sum += a[i * 70 + t] * b[t * 19 + j];
    expect(value).toBeCloseTo(sum, 5);
  }

  const indices = tf.tensor1d([3, 0, 3], "int32");
  const gradient = numbers(() =>
    tf.grad((x: tf.Tensor) => tf.sum(tf.square(tf.gather(x, indices))))(
      tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]),
    ),
  );
  expect(gradient).toEqual([2, 4, 0, 0, 0, 0, 28, 32]);

  kernels.restore();
  expect(() => tf.unsortedSegmentSum(tf.ones([3]), indices, 4)).toThrow(/not registered/);
});
