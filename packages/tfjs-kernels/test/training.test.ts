import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { installForTest, numbers, random, startWasm } from "./support.ts";

beforeAll(() => startWasm());

const heapBytes = () =>
  (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;

/** A step of the two-layer x² network for Z_M as TensorFlow.js's own examples would write it. */
function twoLayers(M: number, K: number, n: number) {
  const pairs = Array.from({ length: n }, (_, i) => [(i * 7) % M, (i * i + 3) % M]);
  const column = (place: number) =>
    tf.tensor1d(
      pairs.map((pair) => pair[place]),
      "int32",
    );
  const x = tf.concat([tf.oneHot(column(0), M), tf.oneHot(column(1), M)], 1).toFloat();
  const y = tf
    .oneHot(
      tf.tensor1d(
        pairs.map(([a, b]) => (a + b) % M),
        "int32",
      ),
      M,
    )
    .toFloat();
  const W = tf.variable(tf.tensor2d(random(2 * M * K), [2 * M, K]));
  const V = tf.variable(tf.tensor2d(random(K * M), [K, M]));
  const optimiser = tf.train.adam(1e-3);
  const loss = () =>
    tf.mean(tf.square(tf.sub(tf.matMul(tf.square(tf.matMul(x, W)), V), y))) as tf.Scalar;
  return () =>
    numbers(() => {
      const { value, grads } = tf.variableGrads(loss, [W, V]);
      optimiser.applyGradients(grads as Record<string, tf.Variable>);
      return value;
    })[0];
}

test("a thousand steps leave no tensor and no byte behind", async () => {
  await installForTest();
  const step = twoLayers(7, 24, 40);
  for (let i = 0; i < 20; i++) step();
  const { numTensors, numBytes } = tf.memory();
  const ids = tf.backend().numDataIds();
  const heap = heapBytes();
  for (let i = 0; i < 1000; i++) step();
  expect(tf.memory()).toMatchObject({ numTensors, numBytes });
  expect(tf.backend().numDataIds()).toBe(ids);
  expect(heapBytes()).toBe(heap);
});

test("installed and taken back again and again, the heap stays as it is", async () => {
  (await installForTest()).restore();
  const heap = heapBytes();
  for (let i = 0; i < 50; i++) (await installForTest()).restore();
  expect(heapBytes()).toBe(heap);
});

test("the heap may grow between and during products", async () => {
  await installForTest();
  const a = tf.tensor2d(random(300 * 300), [300, 300]);
  const before = numbers(() => tf.matMul(a, a, true, false));
  const heap = heapBytes();
  const large: tf.Tensor[] = [];
  while (heapBytes() < heap + 2 ** 28)
    large.push(tf.matMul(tf.ones([3000, 1]), tf.ones([1, 3000])));
  expect(numbers(() => tf.matMul(a, a, true, false))).toEqual(before);
  expect(numbers(() => tf.sum(large[large.length - 1]))).toEqual([9e6]);
  tf.dispose([a, ...large]);
});

test("copies that share their numbers live on when the others are freed", async () => {
  await installForTest();
  const ids = tf.backend().numDataIds();
  const x = tf.tensor1d([1, 2, 3]);
  const y = tf.clone(x);
  const z = tf.cast(y, "float32");
  x.dispose();
  y.dispose();
  expect([...z.dataSync()]).toEqual([1, 2, 3]);
  const v = tf.variable(z);
  z.dispose();
  v.assign(tf.tidy(() => tf.add(v, 1)));
  expect([...v.dataSync()]).toEqual([2, 3, 4]);
  v.dispose();
  expect(tf.backend().numDataIds()).toBe(ids + 1); // what was assigned
});

test("copies that share their numbers go to another backend together", async () => {
  await installForTest();
  const x = tf.tensor1d([1, 2, 3]);
  const y = tf.clone(x);
  await tf.setBackend("cpu");
  expect(numbers(() => tf.add(x, 1))).toEqual([2, 3, 4]);
  x.dispose();
  expect(numbers(() => tf.add(y, 2))).toEqual([3, 4, 5]);
  await tf.setBackend("wasm");
  expect(numbers(() => tf.matMul(tf.reshape(y, [1, 3]), tf.ones([3, 1])))).toEqual([6]);
  y.dispose();
});

test("the same steps with and without, and the same bits each time", async () => {
  const runs: number[][] = [];
  for (const ours of [false, true, true]) {
    const kernels = ours ? await installForTest() : undefined;
    runs.push(await trainLayers());
    kernels?.restore();
  }
  const [own, first, second] = runs;
  expect(second).toEqual(first);
  for (const [i, loss] of own.entries()) expect(Math.abs(loss - first[i])).toBeLessThan(1e-4);
  expect(own[0] - own[own.length - 1]).toBeGreaterThan(0.05);
});

async function trainLayers(): Promise<number[]> {
  const wave = (count: number, step: number) =>
    Float32Array.from({ length: count }, (_, i) => Math.sin(i * step));
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 16, activation: "relu", inputShape: [6] }),
      tf.layers.dense({ units: 9, activation: "sigmoid" }),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });
  const weights = model
    .getWeights()
    .map(({ shape, size }, i) => tf.tensor(wave(size, 0.7 + i), shape));
  model.setWeights(weights);
  model.compile({ optimizer: tf.train.adam(0.02), loss: "categoricalCrossentropy" });
  const x = tf.tensor2d(wave(50 * 6, 1.3), [50, 6]);
  const labels = Array.from({ length: 50 }, (_, i) => (i * i) % 3);
  const y = tf.oneHot(tf.tensor1d(labels, "int32"), 3).toFloat();
  const { history } = await model.fit(x, y, {
    epochs: 25,
    batchSize: 20,
    shuffle: false,
    verbose: 0,
  });
  return history.loss as number[];
}

describe("an embedding by gather", () => {
  test("trains as the one-hot product does", async () => {
    await installForTest();
    const [M, K] = [11, 6];
    const a = tf.tensor1d(
      Array.from({ length: 40 }, (_, i) => (i * i) % M),
      "int32",
    );
    const table = tf.tensor2d(random(M * K), [M, K]);
    const weights = tf.tensor2d(random(40 * K), [40, K]);
    const by = (rows: (x: tf.Tensor2D) => tf.Tensor) =>
      numbers(() =>
        tf.grad((x: tf.Tensor) => tf.sum(tf.mul(tf.square(rows(x as tf.Tensor2D)), weights)))(
          table,
        ),
      );
    const gathered = by((x) => tf.gather(x, a));
    const product = by((x) => tf.matMul(tf.oneHot(a, M).toFloat() as tf.Tensor2D, x));
    for (const [i, value] of gathered.entries()) expect(value).toBeCloseTo(product[i], 5);
  });
});
