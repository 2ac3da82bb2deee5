import { cyclic, type FiniteGroup } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  complexReconstruction,
  featureKinds,
  realReconstruction,
  realReconstructionWidth,
  reconstructionWidth,
} from "../../src/index.ts";
import { groupOf, oracleGroups, vectors } from "../vectors.ts";

const small: FiniteGroup[] = [
  ...oracleGroups.filter(({ order }) => order <= 16).map(groupOf),
  cyclic(2),
  cyclic(31),
];

test.each(small)("$name: real weights solve the task without training", (group) => {
  const { order, table } = group;
  const { hidden, top } = realReconstruction(group);
  const K = hidden.columns;
  expect(K).toBe(realReconstructionWidth(featureKinds(group)) + 1);
  let right = 0;
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < order; b++) {
      const answer = new Float64Array(order);
      for (let j = 0; j < K; j++) {
        const feature = (hidden.data[a * K + j] + hidden.data[(order + b) * K + j]) ** 2;
        for (let h = 0; h < order; h++) answer[h] += feature * top.data[j * order + h];
      }
      const product = table[a * order + b];
      for (let h = 0; h < order; h++) {
        const target = (h === product ? 1 : 0) - 1 / order;
        expect(Math.abs(answer[h] - target)).toBeLessThan(1e-9);
      }
      if (answer.indexOf(Math.max(...answer)) === product) right++;
    }
  }
  expect(right).toBe(order ** 2);
});

test.each([cyclic(7), cyclic(8), groupOf(oracleGroups.find(({ name }) => name === "S3")!)])(
  "$name: centred, the nodes without the constant one give Ỹ = F̃V",
  (group) => {
    const { order } = group;
    const { hidden, top } = realReconstruction(group);
    const K = hidden.columns;
    const size = order ** 2;
    const answers = Array.from({ length: order }, () => new Float64Array(size));
    for (let j = 0; j < K - 1; j++) {
      const feature = Float64Array.from(
        { length: size },
        (_, i) =>
          (hidden.data[Math.floor(i / order) * K + j] +
            hidden.data[(order + (i % order)) * K + j]) **
          2,
      );
      const mean = feature.reduce((a, b) => a + b) / size;
      for (let h = 0; h < order; h++) {
        for (let i = 0; i < size; i++) {
          answers[h][i] += (feature[i] - mean) * top.data[j * order + h];
        }
      }
    }
    for (let h = 0; h < order; h++) {
      for (let i = 0; i < size; i++) {
        expect(answers[h][i]).toBeCloseTo((group.table[i] === h ? 1 : 0) - 1 / order, 9);
      }
    }
  },
);

test("4 nodes a frequency for Z_M, and one for all", () => {
  for (const M of [7, 31]) {
    expect(realReconstruction(cyclic(M)).hidden.columns).toBe((4 * (M - 1)) / 2 + 1);
  }
});

const outOf = vectors.reconstruction.complexNodes as Record<string, { K: number }>;

test.each(small.filter(({ order }) => order <= 12))(
  "$name: complex weights of Theorem 3's form answer exactly",
  (group) => {
    const { order, table } = group;
    const { hidden, top } = complexReconstruction(group);
    const K = hidden.columns;
    expect(K).toBeLessThanOrEqual(reconstructionWidth(featureKinds(group)));
    const bound = outOf[group.name.replace("_", "")];
    if (bound) expect(K).toBeLessThanOrEqual(bound.K);
    for (let a = 0; a < order; a++) {
      for (let b = 0; b < order; b++) {
        const re = new Float64Array(order);
        const im = new Float64Array(order);
        for (let j = 0; j < K; j++) {
          const [p, q] = [a * K + j, (order + b) * K + j];
          const [x, y] = [hidden.re[p] + hidden.re[q], hidden.im[p] + hidden.im[q]];
          const [f, g] = [x * x - y * y, 2 * x * y];
          for (let h = 0; h < order; h++) {
            const at = j * order + h;
            re[h] += f * top.re[at] - g * top.im[at];
            im[h] += f * top.im[at] + g * top.re[at];
          }
        }
        for (let h = 0; h < order; h++) {
          const target = (h === table[a * order + b] ? 1 : 0) - 1 / order;
          expect(Math.abs(re[h] - target) + Math.abs(im[h])).toBeLessThan(1e-9);
        }
      }
    }
  },
);

test("each node of the complex network is [u; ±P·conj(u)]", () => {
  const group = groupOf(oracleGroups.find(({ name }) => name === "A4")!);
  const { order } = group;
  const { re, im, columns: K } = complexReconstruction(group).hidden;
  for (let j = 0; j < K; j++) {
    const sign = j % 2 === 0 ? 1 : -1;
    for (let g = 0; g < order; g++) {
      const [top, bottom] = [group.inverse(g) * K + j, (order + g) * K + j];
      expect(re[bottom]).toBeCloseTo(sign * re[top], 12);
      expect(im[bottom]).toBeCloseTo(-sign * im[top], 12);
    }
  }
});
