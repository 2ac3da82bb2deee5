import { activationFunctions, initialise, mlp } from "@grokscape/models";
import { buildTfjs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { activations } from "./activations.ts";

const shape = { operands: 2, vocabulary: 5, classes: 5 };
const data = {
  count: 3,
  arity: 2,
  operands: Uint16Array.of(0, 4, 3, 3, 2, 1),
  labels: Uint16Array.of(4, 1, 3),
};

beforeAll(async () => {
  await tf.setBackend("cpu");
});

describe.each(activations)("the %s network in TensorFlow.js", (activation) => {
  const spec = mlp({ width: 4, activation, outputScale: 3 });
  const weights = initialise(spec, shape, 2);
  const [W, V] = [weights.W.data, weights.V.data];
  const sigma = activationFunctions(activation).value;

  /** β·Σ_j σ(W[a, j] + W[M + b, j])·V[j, c], from the definition. */
  const logit = (row: number, c: number) => {
    let sum = 0;
    for (let j = 0; j < 4; j++) {
      const [a, b] = [data.operands[2 * row], 5 + data.operands[2 * row + 1]];
      sum += 3 * sigma(W[a * 4 + j] + W[b * 4 + j]) * V[j * 5 + c];
    }
    return sum;
  };

  const tensors = () => ({
    W: tf.tensor2d(W as Float32Array, [10, 4]),
    V: tf.tensor2d(V as Float32Array, [4, 5]),
  });

  test("computes the logits of its definition", () => {
    const graph = buildTfjs(spec, shape);
    const logits = graph.forward(tensors(), graph.inputs(data)).dataSync();
    for (let row = 0; row < 3; row++) {
      for (let c = 0; c < 5; c++) expect(logits[row * 5 + c]).toBeCloseTo(logit(row, c), 5);
    }
  });

  test("has the gradient that TensorFlow.js's own operations have", () => {
    const graph = buildTfjs(spec, shape);
    const inputs = graph.inputs(data);
    const own = (w: tf.Tensor, v: tf.Tensor): tf.Scalar =>
      graph
        .forward({ W: w as tf.Tensor2D, V: v as tf.Tensor2D }, inputs)
        .square()
        .sum();
    const plain = (w: tf.Tensor, v: tf.Tensor): tf.Scalar => {
      const z = tf.matMul(inputs.parts[0].x, w as tf.Tensor2D);
      const features = {
        quadratic: () => z.square(),
        relu: () => z.relu(),
        relu2: () => z.relu().square(),
        silu: () => z.mul(z.sigmoid()),
        gelu: () =>
          z.mul(
            z
              .add(z.pow(3).mul(0.044715))
              .mul(2 * Math.sqrt(2 / Math.PI))
              .sigmoid(),
          ),
        linear: () => z,
      }[activation]();
      return tf
        .matMul(features, v as tf.Tensor2D)
        .mul(3)
        .square()
        .sum();
    };
    const { W: w, V: v } = tensors();
    const seen = tf.grads(own)([w, v]);
    const right = tf.grads(plain)([w, v]);
    for (const i of [0, 1]) {
      expect(right[i].abs().max().dataSync()[0]).toBeGreaterThan(1e-4);
      expect(seen[i].sub(right[i]).abs().max().dataSync()[0]).toBeLessThan(1e-5);
    }
  });

  test("leaves no tensor behind but the inputs", () => {
    const graph = buildTfjs(spec, shape);
    const before = tf.memory().numTensors;
    const inputs = graph.inputs(data);
    tf.tidy(() => {
      graph.forward(tensors(), inputs);
    });
    expect(tf.memory().numTensors).toBe(before + 2);
    inputs.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
