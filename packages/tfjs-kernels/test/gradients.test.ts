import * as tf from "@tensorflow/tfjs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { installForTest, numbers, onBoth, random, sizeOf, startWasm } from "./support.ts";

beforeAll(() => startWasm());
beforeEach(async () => {
  expect((await installForTest()).declined).toBeUndefined();
});

const of = (...shape: number[]) => tf.tensor(random(sizeOf(shape)), shape);

/** All gradients of Σ wᵢ·yᵢ, side by side, w being some numbers. */
function gradients(operation: (...xs: never[]) => tf.Tensor, inputs: tf.Tensor[]): tf.Tensor {
  const weighted = (...xs: tf.Tensor[]) => {
    const out = operation(...(xs as never[]));
    const weights = Float32Array.from({ length: out.size }, (_, i) => Math.sin(1.7 * i + 1));
    return tf.sum(tf.mul(out, tf.tensor(weights, out.shape)));
  };
  return tf.concat(
    tf
      .grads(weighted)(inputs)
      .map((gradient) => gradient.flatten()),
  );
}

/** Compares what the operation gives, and its gradients, with TensorFlow.js's plain cpu backend. */
async function sameAsCpu(
  operation: (...xs: never[]) => tf.Tensor,
  shapes: readonly number[][],
  shift = 0,
): Promise<void> {
  const inputs = shapes.map((shape) => tf.add(of(...shape), shift));
  const forward = () => operation(...(inputs as never[]));
  for (const make of [forward, () => gradients(operation, inputs)]) {
    const { ours, cpu, shapes: seen } = await onBoth(make);
    expect(seen[0]).toEqual(seen[1]);
    const size = Math.max(1, ...cpu.map(Math.abs));
    for (const [i, value] of ours.entries()) {
      expect(Math.abs(value - cpu[i]) / size, `${i}`).toBeLessThan(3e-6);
    }
  }
  tf.dispose(inputs);
}

const strides = [1, 2, [2, 1], [1, 3]] as const;
const explicit = [
  [0, 0],
  [1, 2],
  [0, 1],
  [0, 0],
] as const;
const pads = ["same", "valid", 1, explicit] as const;
// with a number for padding TensorFlow.js takes strides to be equal, and filters to be square
const moves = strides
  .flatMap((stride) => pads.map((pad) => ({ stride, pad })))
  .filter(({ stride, pad }) => pad !== 1 || typeof stride === "number");

describe.each(moves)("strides $stride, padding $pad:", ({ stride, pad }) => {
  const isSquare = pad === 1;
  const width = isSquare ? 3 : 2;

  test.each([
    { x: [2, 6, 5, 3], w: [3, width, 3, 4] },
    { x: [1, 7, 7, 1], w: [1, 1, 1, 2] },
    { x: [3, 4, 9, 2], w: [2, isSquare ? 2 : 4, 2, 1] },
  ])("conv2d of $x with $w", async ({ x, w }) => {
    const convolve = (a: tf.Tensor4D, b: tf.Tensor4D) =>
      tf.conv2d(a, b, stride as never, pad as never);
    await sameAsCpu(convolve, [x, w]);
  });

  test("depthwise and separable", async () => {
    const depthwise = (a: tf.Tensor4D, b: tf.Tensor4D) =>
      tf.depthwiseConv2d(a, b, stride as never, pad as never);
    await sameAsCpu(depthwise, [
      [2, 6, 5, 3],
      [3, width, 3, 2],
    ]);
    if (pad !== "same" && pad !== "valid") return;
    const separable = (a: tf.Tensor4D, b: tf.Tensor4D, c: tf.Tensor4D) =>
      tf.separableConv2d(a, b, c, stride as never, pad);
    const square = Array.isArray(stride) ? 1 : stride;
    if (square !== stride) return;
    await sameAsCpu(separable, [
      [2, 6, 5, 3],
      [3, 2, 3, 2],
      [1, 1, 6, 4],
    ]);
  });

  test("maxPool, avgPool, where all numbers are negative too", async () => {
    for (const shift of [0, -3]) {
      for (const pool of [tf.maxPool, tf.avgPool]) {
        const pooled = (x: tf.Tensor4D) => pool(x, [3, width], stride as never, pad as never);
        await sameAsCpu(pooled, [[2, 6, 5, 3]], shift);
      }
    }
  });

  test("dilation2d", async () => {
    if (pad !== "same" && pad !== "valid") return;
    const dilated = (x: tf.Tensor4D, w: tf.Tensor3D) => tf.dilation2d(x, w, stride as never, pad);
    for (const shift of [0, -3]) {
      await sameAsCpu(
        dilated,
        [
          [2, 6, 5, 3],
          [2, 3, 3],
        ],
        shift,
      );
    }
  });
});

describe.each(["same", "valid"] as const)("padding %s:", (pad) => {
  test.each([[1], [2], [[1, 2, 1]]] as const)("conv3d, strides %j", async (stride) => {
    const convolve = (x: tf.Tensor5D, w: tf.Tensor5D) => tf.conv3d(x, w, stride as never, pad);
    await sameAsCpu(convolve, [
      [2, 4, 5, 4, 2],
      [2, 3, 2, 2, 3],
    ]);
  });

  test("conv1d, conv2d with a bias and relu, and the transposes of conv2d and conv3d", async () => {
    const line = (x: tf.Tensor3D, w: tf.Tensor3D) => tf.conv1d(x, w, 2, pad);
    await sameAsCpu(line, [
      [2, 7, 3],
      [3, 3, 4],
    ]);
    const fused = (x: tf.Tensor4D, filter: tf.Tensor4D, bias: tf.Tensor1D) =>
      tf.fused.conv2d({ x, filter, bias, strides: 1, pad, activation: "relu" });
    await sameAsCpu(fused, [[2, 6, 5, 3], [3, 2, 3, 4], [4]]);
    const back = (x: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2dTranspose(x, w, [2, 7, 7, 3], 2, pad);
    const out = pad === "same" ? 4 : 3;
    await sameAsCpu(back, [
      [2, out, out, 4],
      [2, 2, 3, 4],
    ]);
    const volume = pad === "same" ? 2 : 1;
    const x = of(2, volume, volume, volume, 3) as tf.Tensor5D;
    const w = of(2, 3, 3, 2, 3) as tf.Tensor5D;
    const { ours, cpu } = await onBoth(() => tf.conv3dTranspose(x, w, [2, 3, 3, 3, 2], 2, pad));
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 5);
  });

  test.each([true, false])("maxPoolWithArgmax, batch in the index: %s", async (whole) => {
    for (const shift of [0, -3]) {
      const x = tf.add(of(2, 6, 5, 3), shift) as tf.Tensor4D;
      for (const part of ["result", "indexes"] as const) {
        const { ours, cpu } = await onBoth(
          () => tf.maxPoolWithArgmax(x, [2, 3], 2, pad, whole)[part],
        );
        expect(ours).toEqual(cpu);
      }
    }
  });
});

test("of equal numbers in a window the first is the maximum", async () => {
  const x = tf.tensor4d([2, 2, 1, 2, 2, 1, 1, 1, 0, 1, 0, 0, 1, 1, 1, 1], [1, 4, 4, 1]);
  const w = tf.tensor3d([0, 0, 0, 0, -1, -1], [2, 3, 1]);
  const operations = [
    () => gradients((t: tf.Tensor4D) => tf.maxPool(t, 3, 1, "same"), [x]),
    () => tf.maxPoolWithArgmax(x, 3, 1, "same").indexes,
    () => gradients((a: tf.Tensor4D, b: tf.Tensor3D) => tf.dilation2d(a, b, 1, "same"), [x, w]),
  ];
  for (const make of operations) {
    const { ours, cpu } = await onBoth(make);
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 5);
  }
});

test("nothing is left behind", () => {
  const inputs = [of(2, 5, 5, 3), of(2, 2, 3, 4), of(2, 2, 3, 2), of(2, 2, 3)];
  const volume = [of(1, 3, 3, 3, 2), of(2, 2, 2, 2, 2)];
  const step = () =>
    tf.tidy(() => {
      const layers = (x: tf.Tensor4D, w: tf.Tensor4D, d: tf.Tensor4D, s: tf.Tensor3D) =>
        tf.addN(
          [
            tf.conv2d(x, w, 1, "same"),
            tf.depthwiseConv2d(x, d, 1, "same"),
            tf.dilation2d(x, s, 1, "same"),
            tf.maxPool(x, 2, 1, "same"),
          ].map((out) => tf.sum(out)),
        );
      gradients(layers, inputs).dataSync();
      gradients((x: tf.Tensor5D, w: tf.Tensor5D) => tf.conv3d(x, w, 1, "same"), volume).dataSync();
      tf.einsum("...ab,bc,cd->...ad", inputs[0], of(3, 4), of(4, 2)).dataSync();
    });
  step();
  const ids = tf.backend().numDataIds();
  for (let i = 0; i < 3; i++) step();
  expect(tf.backend().numDataIds()).toBe(ids);
});

test("dilations of depthwiseConv2d and dilation2d forward are those of the cpu backend", async () => {
  const [x, w] = [of(2, 9, 8, 3) as tf.Tensor4D, of(3, 2, 3, 2) as tf.Tensor4D];
  for (const make of [
    () => tf.depthwiseConv2d(x, w, 1, "same", "NHWC", [2, 3]),
    () => tf.dilation2d(x, tf.slice(w, [0, 0, 0, 0], [3, 2, 3, 1]).squeeze([3]), 1, "same", [2, 3]),
  ]) {
    const { ours, cpu } = await onBoth(make);
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(cpu[i], 5);
  }
});

describe("the gradient of a product with stretched batches", () => {
  test.each([
    [[2], []],
    [[], [3]],
    [[1], [4]],
    [[4], [1]],
    [[2, 1], [3]],
    [
      [2, 1],
      [1, 3],
    ],
    [
      [1, 1],
      [1, 3],
    ],
    [
      [2, 3],
      [2, 3],
    ],
  ])("%j and %j is that of the same product written out", (batchA, batchB) => {
    const batch = tf.broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
    for (const [transposeA, transposeB] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]) {
      const a = of(...batchA, ...(transposeA ? [5, 2] : [2, 5]));
      const b = of(...batchB, ...(transposeB ? [3, 5] : [5, 3]));
      const stretched = (x: tf.Tensor) => tf.broadcastTo(x, [...batch, ...x.shape.slice(-2)]);
      const product = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, transposeA, transposeB);
      const written = (x: tf.Tensor, y: tf.Tensor) => product(stretched(x), stretched(y));
      const ours = numbers(() => gradients(product, [a, b]));
      const right = numbers(() => gradients(written, [a, b]));
      expect(ours.length).toBe(a.size + b.size);
      for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(right[i], 4);
    }
  });
});

test.each([
  [0, false, false],
  [1, false, true],
  [0, true, true],
  [1, true, false],
])(
  "the gradient of cumsum along axis %i (exclusive %s, reverse %s)",
  (axis, exclusive, reverse) => {
    const x = of(4, 4);
    const ours = numbers(() =>
      gradients((t: tf.Tensor) => tf.cumsum(t, axis, exclusive, reverse), [x]),
    );
    const triangle = tf.tidy(() => {
      const places = Array.from({ length: 4 }, (_, i) =>
        Array.from({ length: 4 }, (_, j) => {
          const [from, to] = reverse ? [i, j] : [j, i];
          return Number(exclusive ? from < to : from <= to);
        }),
      );
      return tf.tensor2d(places);
    });
    const written = (t: tf.Tensor) =>
      axis === 0 ? tf.matMul(triangle, t) : tf.matMul(t as tf.Tensor2D, triangle, false, true);
    const right = numbers(() => gradients(written, [x]));
    for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(right[i], 5);
  },
);

test("an axis of length 1 can be unstacked and has a gradient", () => {
  const x = of(1, 3);
  expect(numbers(() => gradients((t: tf.Tensor) => tf.unstack(t)[0], [x]))).toEqual(
    numbers(() => gradients((t: tf.Tensor) => tf.reshape(t, [3]), [x])),
  );
});

test("other types are refused by name", () => {
  const args = {
    inputs: { x: tf.zeros([1, 2, 2, 1], "int32"), dy: tf.zeros([1, 2, 2, 1]) },
    attrs: { strides: [1, 1], pad: "same", dataFormat: "NHWC", filterShape: [1, 1, 1, 1] },
    backend: tf.backend(),
  };
  const { kernelFunc } = tf.getKernel("Conv2DBackpropFilter", "wasm");
  expect(() => kernelFunc(args)).toThrow("the gradient of conv2d: a tensor is int32");
  const floats = { ...args.inputs, x: args.inputs.dy };
  const attrs = { ...args.attrs, dataFormat: "NCHW" };
  expect(() => kernelFunc({ ...args, inputs: floats, attrs })).toThrow("NCHW is not there");
});

test.each([
  ["erf", (x: tf.Tensor) => tf.erf(x)],
  ["softplus", (x: tf.Tensor) => tf.softplus(x)],
  ["logSoftmax", (x: tf.Tensor) => tf.logSoftmax(x)],
  ["localResponseNormalization", (x: tf.Tensor) => tf.localResponseNormalization(x as tf.Tensor3D)],
  ["resizeBilinear", (x: tf.Tensor) => tf.image.resizeBilinear(x as tf.Tensor3D, [7, 7])],
  ["prod", (x: tf.Tensor) => tf.prod(x, 1)],
  [
    "batchNorm",
    (x: tf.Tensor) => tf.batchNorm(x, tf.zeros([4]), tf.fill([4], 2), tf.ones([4]), tf.ones([4])),
  ],
] as const)("%s and its gradient are those of the cpu backend", async (_, operation) => {
  await sameAsCpu(operation, [[4, 4, 4]]);
});

test("a small convolutional network learns", async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [6, 6, 1], activation: "tanh" }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2, activation: "softmax" }),
    ],
  });
  model.setWeights(model.getWeights().map(({ shape }) => tf.mul(of(...shape), 0.5)));
  model.compile({ optimizer: tf.train.adam(0.05), loss: "categoricalCrossentropy" });
  const labels = Array.from({ length: 20 }, (_, i) => i % 2);
  const x = tf.add(tf.mul(of(20, 6, 6, 1), 0.2), tf.tensor4d(labels, [20, 1, 1, 1]));
  const y = tf.oneHot(tf.tensor1d(labels, "int32"), 2).toFloat();
  const { history } = await model.fit(x, y, { epochs: 15, shuffle: false, verbose: 0 });
  expect(history.loss.at(-1)).toBeLessThan(0.1);
});
