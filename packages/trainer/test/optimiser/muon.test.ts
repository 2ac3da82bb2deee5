import { mlp, transformer, weightLayout } from "@grokscape/models";
import { type OptimiserSpec, optimiser } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { exactPolar } from "../../src/algebra/polar.ts";

const spec: OptimiserSpec<"muon"> = {
  kind: "muon",
  learningRate: 0.1,
  momentum: 0.9,
  nesterov: false,
  weightDecay: 0.02,
  polar: "exact",
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
};
const tensor = (shape: number[], seed: number) => ({
  shape,
  data: Float64Array.from({ length: shape[0] * shape[1] }, (_, i) => ((i * 7 + seed) % 11) / 5 - 1),
});
const all = (seed: number) => ({
  embedding: tensor([2, 2], seed),
  W: tensor([2, 3], seed + 1),
  "W.imaginary": tensor([2, 3], seed + 2),
  H1: tensor([3, 3], seed + 3),
  W_Q1: tensor([3, 3], seed + 4),
  W_out2: tensor([4, 3], seed + 5),
  W_E: tensor([2, 3], seed + 6),
  W_U: tensor([3, 2], seed + 7),
  V: tensor([3, 2], seed + 8),
  "W.bias": tensor([1, 3], seed + 9),
});
const shape = { operands: 2, vocabulary: 2, classes: 2 };
const deep = mlp({
  width: 3,
  hiddenLayers: 1,
  weights: "complex",
  bias: true,
  embedding: "trainable",
});
const layout = [deep, transformer({ width: 4, heads: 1, layers: 2 })].flatMap((model) =>
  weightLayout(model, shape),
);
const hidden = ["W", "W.imaginary", "H1", "W_Q1", "W_out2"];

test("moves hidden matrices by their polar factor, everything else as Adam does", () => {
  const [weights, link] = [all(1), optimiser(spec, layout)];
  const adam = optimiser({ ...spec, kind: "adam" } as never, layout);
  const state = link.init(weights);
  const adamState = adam.init(weights);
  const buffers = new Map<string, number[]>();
  for (let step = 0; step < 3; step++) {
    const [updates, asAdam, raw] = [all(step), all(step), all(step)];
    link.update(updates, state, weights, step);
    adam.update(asAdam, adamState, weights, step);
    for (const [name, { shape, data }] of Object.entries(raw)) {
      const seen = updates[name as keyof typeof updates].data;
      if (!hidden.includes(name)) {
        expect(seen, name).toEqual(asAdam[name as keyof typeof asAdam].data);
        continue;
      }
      const before = buffers.get(name) ?? [...data].fill(0);
      const buffer = before.map((value, i) => 0.9 * value + 0.1 * data[i]);
      buffers.set(name, buffer);
      const [rows, columns] = shape;
      const factor = exactPolar({ rows, columns, data: buffer });
      const w = weights[name as keyof typeof weights].data;
      seen.forEach((value, i) => {
        const scaled = Math.sqrt(Math.max(1, columns / rows)) * factor[i];
        expect(value, `${name}[${i}]`).toBeCloseTo(0.1 * (scaled + 0.02 * w[i]), 13);
      });
    }
  }
});
