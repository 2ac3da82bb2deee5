import { featureSimilarity, hiddenFeatures } from "@grokscape/measures";
import type { Tensor } from "@grokscape/models";
import { describe, expect, test } from "vitest";
import { randomTensor, tinyNetwork } from "./tiny.ts";

test("hidden features are σ(XW)", () => {
  const { spec, weights, data } = tinyNetwork(5, 4, { outputScale: 3 });
  const features = hiddenFeatures(spec, weights, data);
  expect(features.shape).toEqual([25, 4]);
  const W = weights.W.data;
  for (let i = 0; i < 25; i++) {
    const [a, b] = [data.operands[2 * i], data.operands[2 * i + 1]];
    for (let j = 0; j < 4; j++) {
      expect(features.data[i * 4 + j]).toBeCloseTo((W[a * 4 + j] + W[(5 + b) * 4 + j]) ** 2, 12);
    }
  }
});

describe("featureSimilarity", () => {
  const F = randomTensor([9, 4], 1);
  const G = randomTensor([9, 3], 2);

  /** Σ over pairs of nodes of covariances, squared. */
  function crossCovariance(A: Tensor, B: Tensor): number {
    const column = ({ shape, data }: Tensor, j: number) => {
      const values = Array.from({ length: shape[0] }, (_, i) => data[i * shape[1] + j]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.map((value) => value - mean);
    };
    let total = 0;
    for (let j = 0; j < A.shape[1]; j++) {
      for (let k = 0; k < B.shape[1]; k++) {
        const [u, v] = [column(A, j), column(B, k)];
        total += u.reduce((sum, value, i) => sum + value * v[i], 0) ** 2;
      }
    }
    return total;
  }

  test("is ‖F̃ᵀG̃‖²/(‖F̃ᵀF̃‖‖G̃ᵀG̃‖)", () => {
    const expected =
      crossCovariance(F, G) / Math.sqrt(crossCovariance(F, F) * crossCovariance(G, G));
    expect(featureSimilarity(F, G)).toBeCloseTo(expected, 12);
    expect(featureSimilarity(G, F)).toBeCloseTo(expected, 12);
  });

  test("does not see the order of nodes, rotations, scale and shifts", () => {
    const [c, s] = [0.6, 0.8];
    const turned = Float64Array.from(F.data);
    for (let i = 0; i < 9; i++) {
      const [x, y, z, w] = F.data.subarray(4 * i, 4 * i + 4);
      turned.set([5 * z + 1, 5 * w, 5 * (c * x - s * y) - 2, 5 * (s * x + c * y)], 4 * i);
    }
    expect(featureSimilarity(F, { shape: [9, 4], data: turned })).toBeCloseTo(1, 12);
  });

  test("is 0 for features without anything in common, or that do not vary", () => {
    const first = { shape: [4, 1], data: Float64Array.of(1, 1, -1, -1) };
    const second = { shape: [4, 1], data: Float64Array.of(1, -1, 1, -1) };
    expect(featureSimilarity(first, second)).toBeCloseTo(0, 12);
    expect(featureSimilarity(first, { shape: [4, 1], data: new Float64Array(4).fill(2) })).toBe(0);
  });

  test("refuses features of other examples", () => {
    expect(() => featureSimilarity(F, randomTensor([8, 4], 1))).toThrow(/for the same examples/);
  });
});
