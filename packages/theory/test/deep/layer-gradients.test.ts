import { cyclic, dataset, groupTask } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  type DeepNetwork,
  gatedTargetDirection,
  gates,
  hiddenFeatures,
  layerFeatures,
  layerGradients,
  type RealMatrix,
  ridgeSolution,
  targetDirection,
} from "../../src/index.ts";
import { multiply, transpose } from "../../src/numerics/real-matrix.ts";
import { draws } from "../definitions.ts";
import { expectClose } from "../matrices.ts";

const random = draws(5);
const normal = () => {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
};
const matrix = (rows: number, columns: number, size = 1): RealMatrix => ({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, () => size * normal()),
});
const cosine = (A: RealMatrix, B: RealMatrix) => {
  const dot = (u: Float64Array, v: Float64Array) => u.reduce((sum, x, i) => sum + x * v[i], 0);
  return dot(A.data, B.data) / Math.sqrt(dot(A.data, A.data) * dot(B.data, B.data));
};

const labels = [0, 1, 2, 0, 1, 2, 0];

/** ½‖P₁⊥(Y − Ŷ)‖² with the features of one layer replaced. */
function lossFrom(network: DeepNetwork, layer: number, features: RealMatrix): number {
  const rest = { ...network, inputs: features, layers: network.layers.slice(layer) };
  const all = layerFeatures(rest);
  const answer = multiply(all[all.length - 1], network.top);
  let sum = 0;
  for (let h = 0; h < 3; h++) {
    const errors = labels.map(
      (label, i) => (label === h ? 1 : 0) - answer.data[i * answer.columns + h],
    );
    const mean = errors.reduce((a, b) => a + b) / errors.length;
    for (const error of errors) sum += (error - mean) ** 2 / 2;
  }
  return sum;
}

test.each(["silu", "quadratic", "tanh"] as const)(
  "layer gradients are minus the slope of the loss, %s",
  (activation) => {
    const network: DeepNetwork = {
      inputs: matrix(7, 5),
      layers: [matrix(5, 4, 0.5), matrix(4, 3, 0.5), matrix(3, 4, 0.5)],
      top: matrix(4, 3),
      activation,
    };
    const features = layerFeatures(network);
    const gradients = layerGradients(network, labels);
    expect(gradients).toHaveLength(3);
    const step = 1e-5;
    for (let l = 1; l <= 3; l++) {
      const F = features[l];
      const expected = F.data.map((value, i) => {
        const up = lossFrom(network, l, { ...F, data: F.data.with(i, value + step) });
        const down = lossFrom(network, l, { ...F, data: F.data.with(i, value - step) });
        return (down - up) / (2 * step);
      });
      expectClose(gradients[l - 1], { ...F, data: expected }, 5);
    }
  },
);

test.each([
  ["relu", 1],
  ["quadratic", 0.5],
] as const)("Equation 11 is exact for σ(x) = C·σ′(x)·x: %s, C = %d", (activation, C) => {
  const F = matrix(7, 4);
  const W = matrix(4, 5);
  const D = gates(F, W, activation);
  const z = multiply(F, W);
  const above = { ...z, data: z.data.map((value, i) => C * D.data[i] * value) };
  // G_L = ỸỸᵀF_L, sent down: (σ′ ∘ G_L)·Wᵀ
  const G = targetDirection({ features: above, labels, classes: 3 });
  const expected = multiply(
    { ...G, data: G.data.map((value, i) => value * D.data[i]) },
    transpose(W),
  );
  const sent = gatedTargetDirection(D, F, labels, 3, W);
  expectClose({ ...sent, data: sent.data.map((value) => C * W.columns * value) }, expected, 8);
});

test("random layers: the target arrives, the fainter the lower, and a residual keeps it clear", () => {
  const group = cyclic(7);
  const data = dataset(
    groupTask("Z7", group),
    Array.from({ length: 49 }, (_, i) => i),
  );
  const first = hiddenFeatures(data, matrix(14, 400), "relu");
  const network: DeepNetwork = {
    inputs: first,
    layers: [matrix(400, 400, 1 / 14), matrix(400, 400, 1 / 14)],
    top: matrix(400, 7, 0),
    activation: "relu",
  };
  const features = layerFeatures(network);
  const last = { features: features[2], labels: data.labels, classes: 7 };
  const top = ridgeSolution(last, 1e4);
  const [low, high] = layerGradients({ ...network, top }, data.labels);
  const alignment = (G: RealMatrix, F: RealMatrix) =>
    cosine(G, targetDirection({ features: F, labels: data.labels, classes: 7 }));
  expect(alignment(high, features[2])).toBeGreaterThan(0.9);
  expect(alignment(low, features[1])).toBeGreaterThan(0.2);
  expect(alignment(low, features[1])).toBeLessThan(alignment(high, features[2]));
  // reweighed by the gates it is closer to what Section 6 says
  const reweighed = gatedTargetDirection(
    gates(features[1], network.layers[1], "relu"),
    features[1],
    data.labels,
    7,
  );
  expect(cosine(low, reweighed)).toBeGreaterThan(0.2);
  const residual = { ...low, data: low.data.map((value, i) => value + high.data[i]) };
  expect(alignment(residual, features[2])).toBeGreaterThan(alignment(low, features[1]));
});

test("gates of other samples are refused", () => {
  expect(() => gatedTargetDirection(matrix(3, 2), matrix(4, 2), [0, 1, 2, 0], 3)).toThrow(
    "gates of 3 samples; there are 4",
  );
});
