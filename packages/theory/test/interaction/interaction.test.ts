import { dihedral, realIrreps } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  fixedPointGradient,
  fromRows,
  interactionMatrix,
  learnedBlock,
  nodeGradient,
  repulsion,
  residualProjection,
} from "../../src/index.ts";
import {
  centreColumns,
  gram,
  identity,
  multiply,
  solvePositive,
  transpose,
} from "../../src/numerics/real-matrix.ts";
import { expectClose } from "../matrices.ts";
import { vectors } from "../vectors.ts";

const { F, eta, B } = vectors.repulsion.examples[0];
const features = fromRows(F);
const labels = [0, 1, 2, 0, 1, 2];

test("B = (F̃ᵀF̃ + ηI)⁻¹ is the oracle's", () => {
  expectClose(interactionMatrix(features, eta), fromRows(B), 9);
});

test("P_η = η(F̃F̃ᵀ + ηI)⁻¹", () => {
  const centred = centreColumns(features);
  const direct = solvePositive(gram(transpose(centred), eta), identity(features.rows));
  const expected = { ...direct, data: direct.data.map((value) => eta * value) };
  expectClose(residualProjection(features, eta), expected, 10);
});

test("Theorem 6: b_jl by two nodes alone, and its sign, for every pair", () => {
  for (let j = 0; j < 4; j++) {
    for (let l = 0; l < 4; l++) {
      if (j === l) continue;
      const { coefficient, similarity } = repulsion(features, eta, [j, l]);
      expect(coefficient).toBeCloseTo(B[j][l], 9);
      expect(Math.sign(coefficient)).toBe(-Math.sign(similarity));
    }
  }
});

test("Equation 9: a node's own pull and the others' add up to Equation 4", () => {
  const data = { features, labels, classes: 3 };
  const whole = fixedPointGradient(data, eta);
  for (let j = 0; j < 4; j++) {
    const { own, others } = nodeGradient(data, eta, j);
    for (let i = 0; i < 6; i++) {
      expect(own[i] + others[i]).toBeCloseTo(whole.data[i * 4 + j], 10);
    }
  }
});

test("two nodes alike repel: the other's part of the gradient opposes the node's own", () => {
  const twins = fromRows([
    [1, 1.1, 0],
    [-1, -0.9, 0],
    [0.5, 0.4, 1],
    [-0.5, -0.6, -1],
  ]);
  expect(repulsion(twins, 0.1, [0, 1]).coefficient).toBeLessThan(0);
});

test("Theorem 7: what least squares answers with one irrep's functions", () => {
  const group = dihedral(3);
  const M = group.order;
  const pairs = Array.from(group.table);
  for (const [place, { dimension: D, matrices }] of realIrreps(group).entries()) {
    if (place === 0) continue;
    // features: every matrix entry of ρ(h₁h₂); the fit to the one-hot target
    const phi = fromRows(
      pairs.map((product) => Array.from(matrices.subarray(product * D * D, (product + 1) * D * D))),
    );
    const target = fromRows(
      pairs.map((product) => Array.from({ length: M }, (_, h) => (h === product ? 1 : 0))),
    );
    const fit = multiply(phi, solvePositive(gram(phi), multiply(transpose(phi), target)));
    const block = learnedBlock(group, place);
    for (const [row, product] of pairs.entries()) {
      for (let h = 0; h < M; h++) {
        expect(fit.data[row * M + h]).toBeCloseTo(block[product * M + h], 9);
      }
    }
  }
});

test("all irreps together answer the whole target", () => {
  const group = dihedral(4);
  const sum = new Float64Array(64);
  for (let place = 1; place < realIrreps(group).length; place++) {
    for (const [i, value] of learnedBlock(group, place).entries()) sum[i] += value;
  }
  for (const [i, value] of sum.entries()) {
    expect(value).toBeCloseTo((Math.floor(i / 8) === i % 8 ? 1 : 0) - 1 / 8, 10);
  }
});

test("assumptions are checked", () => {
  expect(() => interactionMatrix(features, 0)).toThrow(
    "Theorem 6 needs a weight decay η > 0; got 0",
  );
  expect(() => repulsion(features, 1, [1, 1])).toThrow(/node 1 twice/);
  expect(() => repulsion(features, 1, [0, 4])).toThrow(/no node 4; the nodes are 0 … 3/);
  expect(() => learnedBlock(dihedral(3), 0)).toThrow(/no nontrivial real irrep 0/);
});
