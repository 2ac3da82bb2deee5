import { initialise, type Tensors, transformer, weightLayout } from "@grokscape/models";
import { buildReference } from "@grokscape/models/reference";
import { buildTfjs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  data,
  dot,
  mean,
  plus,
  rowsOf,
  shape,
  sigma,
  symbolsOf,
  times,
  type Vector,
  variance,
} from "./definitions.ts";
import { upload } from "./upload.ts";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** Weights as `initialise` gives them, but with no tensor left at a value that hides a mistake. */
function stirred(weights: Tensors): Tensors {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((value, i) => value + 0.1 * ((i % 7) - 3)) },
    ]),
  );
}

describe.each([
  {},
  { layers: 2 },
  { layers: 2, layerNorm: "pre" },
  { layers: 2, layerNorm: "post", bias: false },
  { layers: 3, heads: 1, activation: "gelu", outputScale: 2.5 },
  { heads: 6, activation: "silu" },
] as const)("a transformer with %o", (changes) => {
  const spec = transformer({ width: 6, heads: 2, mlpWidth: 5, ...changes });
  const weights = stirred(initialise(spec, shape, 4));
  const get = (name: string) => rowsOf(weights, name);

  const norm = (x: Vector, name: string) =>
    x.map(
      (value, i) =>
        ((value - mean(x)) / Math.sqrt(variance(x) + 1e-5)) * get(`${name}.scale`)[0][i] +
        get(`${name}.shift`)[0][i],
    );
  const when = (kind: "pre" | "post", x: Vector, name: string) =>
    spec.layerNorm === kind ? norm(x, name) : x;

  /** Every position attends to itself and those before it, in every block, head after head. */
  function attention(sequence: Vector[], layer: number): Vector[] {
    const width = spec.width / spec.heads;
    return sequence.map((x, p) => {
      const mixed: Vector = [];
      for (let head = 0; head < spec.heads; head++) {
        const part = (y: Vector, which: string) =>
          times(y, get(`W_${which}${layer}`)).slice(head * width, (head + 1) * width);
        const seen = sequence.slice(0, p + 1);
        const scores = seen.map((y) => dot(part(x, "Q"), part(y, "K")) / Math.sqrt(width));
        const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
        const shares = scores.map((score) => Math.exp(score) / total);
        mixed.push(
          ...seen
            .map((y, s) => part(y, "V").map((value) => value * shares[s]))
            .reduce((a, b) => plus(a, b)),
        );
      }
      return times(mixed, get(`W_O${layer}`));
    });
  }

  function feedForward(x: Vector, layer: number): Vector {
    const bias = (name: string, y: Vector) => (spec.bias ? plus(y, get(`${name}.bias`)[0]) : y);
    const z = bias(`W_in${layer}`, times(x, get(`W_in${layer}`)));
    return bias(`W_out${layer}`, times(z.map(sigma(spec.activation)), get(`W_out${layer}`)));
  }

  function logits(row: number): Vector {
    const tokens = [...symbolsOf(data, row), shape.vocabulary];
    let sequence = tokens.map((token, p) => plus(get("W_E")[token], get("W_pos")[p]));
    for (let layer = 1; layer <= spec.layers; layer++) {
      const read = sequence.map((x) => when("pre", x, `attention${layer}`));
      const received = attention(read, layer);
      sequence = sequence.map((x, p) => {
        const y = when("post", plus(x, received[p]), `attention${layer}`);
        const answer = feedForward(when("pre", y, `mlp${layer}`), layer);
        return when("post", plus(y, answer), `mlp${layer}`);
      });
    }
    const last = when("pre", sequence[sequence.length - 1], "top");
    return times(last, get("W_U")).map((value) => value * spec.outputScale);
  }

  const expected = Array.from({ length: data.count }, (_, row) => logits(row)).flat();

  test("answers as its definition says, in float64", () => {
    const seen = buildReference(spec, shape).forward(weights, data);
    expect(seen).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) expect(seen[i]).toBeCloseTo(value, 11);
  });

  test("answers as its definition says, in TensorFlow.js", () => {
    const graph = buildTfjs(spec, shape);
    const before = tf.memory().numTensors;
    const inputs = graph.inputs(data);
    const seen = tf.tidy(() => graph.forward(upload(weights), inputs).dataSync());
    inputs.dispose();
    expect(tf.memory().numTensors).toBe(before);
    for (const [i, value] of expected.entries()) {
      expect(Math.abs(seen[i] - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
    }
  });

  test("has features that W_U turns into the logits", () => {
    const F = buildReference(spec, shape).features(weights, data);
    for (let row = 0; row < data.count; row++) {
      const feature = Array.from(F.subarray(row * spec.width, (row + 1) * spec.width));
      times(feature, get("W_U")).forEach((value, c) => {
        expect(value * spec.outputScale).toBeCloseTo(expected[row * shape.classes + c], 11);
      });
    }
  });
});

test("the tensors have the shapes of their places", () => {
  const three = { operands: 3, vocabulary: 7, classes: 4 };
  const spec = transformer({ layers: 1, width: 8, heads: 2, mlpWidth: 20, layerNorm: "pre" });
  expect(weightLayout(spec, three).map(({ name, shape }) => `${name} ${shape.join("×")}`)).toEqual([
    "W_E 8×8",
    "W_pos 4×8",
    "W_Q1 8×8",
    "W_K1 8×8",
    "W_V1 8×8",
    "W_O1 8×8",
    "W_in1 8×20",
    "W_out1 20×8",
    "W_in1.bias 1×20",
    "W_out1.bias 1×8",
    "attention1.scale 1×8",
    "attention1.shift 1×8",
    "mlp1.scale 1×8",
    "mlp1.shift 1×8",
    "top.scale 1×8",
    "top.shift 1×8",
    "W_U 8×4",
  ]);
});
