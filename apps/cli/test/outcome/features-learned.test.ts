import { cyclic } from "@grokscape/group-datasets";
import { mlp } from "@grokscape/models";
import { expect, test } from "vitest";
import {
  featuresLearned,
  hasReadableNodes,
  hiddenNodes,
} from "../../src/outcome/features-learned.ts";

const M = 7;

/** W (2M × K) whose nodes are the given functions of both operands. */
function weightsOf(nodes: readonly ((a: number) => number)[]) {
  const data = new Float32Array(2 * M * nodes.length);
  for (const [j, value] of nodes.entries()) {
    for (let i = 0; i < 2 * M; i++) data[i * nodes.length + j] = value(i % M);
  }
  return { W: { shape: [2 * M, nodes.length], data } };
}

const wave = (k: number) => (a: number) => Math.cos((2 * Math.PI * k * a) / M + 0.3);

test("waves are found by their frequency, rote nodes and dead ones are not", () => {
  const point = (a: number) => (a === 2 ? 1 : 0);
  const weights = weightsOf([wave(1), wave(1), wave(3), wave(6), point, () => 0, () => 1]);
  const { irreps, nodes, width, medianPurity } = featuresLearned(hiddenNodes(cyclic(M), weights));
  expect({ irreps, nodes, width }).toEqual({ irreps: 2, nodes: 4, width: 7 });
  expect(medianPurity).toBeCloseTo(1, 6);
});

test("the share is that of the strongest irrep", () => {
  const mixed = (a: number) => 2 * wave(1)(a) + wave(2)(a);
  const { medianPurity } = featuresLearned(hiddenNodes(cyclic(M), weightsOf([mixed])));
  expect(medianPurity).toBeCloseTo(4 / 5, 6);
});

test("where operands read the same rows, each node is that function of both", () => {
  const both = weightsOf([wave(1), wave(3)]);
  const shared = { W: { shape: [M, 2], data: both.W.data.slice(0, 2 * M) } };
  expect(hasReadableNodes(mlp({ embedding: "shared" }))).toBe(true);
  expect(hasReadableNodes(mlp({ embedding: "trainable" }))).toBe(false);
  expect(hiddenNodes(cyclic(M), shared)).toEqual(hiddenNodes(cyclic(M), both));
});
