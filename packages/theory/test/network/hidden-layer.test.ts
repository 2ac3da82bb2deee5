import { dataset, dihedral, groupTask, InputError } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  type ActivationName,
  activationNames,
  energyLandscape,
  fixedPointGradient,
  hiddenFeatures,
  hiddenGradient,
  type RealMatrix,
  ridgeSolution,
  scalarActivation,
  targetDirection,
} from "../../src/index.ts";
import { draws } from "../definitions.ts";

const group = dihedral(3);
const data = dataset(groupTask("D3", group), [0, 3, 5, 7, 8, 11, 14, 17, 20, 22, 27, 30, 33, 35]);
const random = draws(77);
const weights = (K: number): RealMatrix => ({
  rows: 12,
  columns: K,
  data: Float64Array.from({ length: 12 * K }, () => 2 * random() - 1),
});
const columnOf = ({ rows, columns, data }: RealMatrix, j: number) =>
  Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]);

test("features are σ of the sum of two weights", () => {
  const W = weights(3);
  const F = hiddenFeatures(data, W, "silu");
  const { value } = scalarActivation("silu");
  for (let i = 0; i < data.count; i++) {
    const [a, b] = [data.operands[2 * i], data.operands[2 * i + 1]];
    for (let j = 0; j < 3; j++) {
      expect(F.data[i * 3 + j]).toBeCloseTo(value(W.data[a * 3 + j] + W.data[(6 + b) * 3 + j]), 12);
    }
  }
});

test.each(activationNames)(
  "Theorem 1: with G_F = ỸỸᵀF̃ each node follows the slope of its own energy, %s",
  (activation: ActivationName) => {
    const W = weights(4);
    const features = hiddenFeatures(data, W, activation);
    const pull = targetDirection({ features, labels: data.labels, classes: 6 });
    const movement = hiddenGradient(data, W, activation, pull);
    const landscape = energyLandscape(data, { vocabulary: 6, classes: 6, activation });
    const slope = new Float64Array(12);
    for (let j = 0; j < 4; j++) {
      landscape.gradient(columnOf(W, j), slope);
      for (const [i, value] of columnOf(movement, j).entries()) {
        expect(value).toBeCloseTo(slope[i], 9);
      }
    }
  },
);

test("any G_F: minus the slope of the loss in W, by differences", () => {
  const W = weights(3);
  const lossAt = (at: RealMatrix): number => {
    const features = hiddenFeatures(data, at, "relu2");
    const labelled = { features, labels: data.labels, classes: 6 };
    // at the ridge solution the loss with its penalty has no slope in V
    const V = ridgeSolution(labelled, 0.5);
    let sum = 0.25 * V.data.reduce((total, value) => total + value ** 2, 0);
    for (let h = 0; h < 6; h++) {
      const errors = Array.from({ length: data.count }, (_, i) => {
        let output = 0;
        for (let j = 0; j < 3; j++) output += features.data[i * 3 + j] * V.data[j * 6 + h];
        return (data.labels[i] === h ? 1 : 0) - output;
      });
      const mean = errors.reduce((a, b) => a + b) / data.count;
      for (const error of errors) sum += (error - mean) ** 2 / 2;
    }
    return sum;
  };
  const features = hiddenFeatures(data, W, "relu2");
  const G = fixedPointGradient({ features, labels: data.labels, classes: 6 }, 0.5);
  const movement = hiddenGradient(data, W, "relu2", G);
  const step = 1e-5;
  for (let i = 0; i < W.data.length; i += 5) {
    const up = lossAt({ ...W, data: W.data.with(i, W.data[i] + step) });
    const down = lossAt({ ...W, data: W.data.with(i, W.data[i] - step) });
    expect(movement.data[i]).toBeCloseTo((down - up) / (2 * step), 6);
  }
});

test("weights and gradients of the wrong shape are refused", () => {
  const W = weights(2);
  expect(() =>
    hiddenFeatures(data, { ...W, rows: 11, data: W.data.slice(0, 11 * W.columns) }, "relu"),
  ).toThrow(/11 rows for 2 operands/);
  expect(() => hiddenFeatures(data, { ...W, rows: 4 }, "relu")).toThrow(InputError);
  expect(() => hiddenGradient(data, W, "relu", W)).toThrow("a gradient of 12×2; the features are");
});
