import { cyclic, dihedral, realIrreps } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  classifyNode,
  featureMaximum,
  memorisingOptimum,
  memorisingWeights,
} from "../../src/index.ts";
import { draws } from "../definitions.ts";

const random = draws(31);
const vector = (length: number) => Float64Array.from({ length }, () => random() - 0.5);

test.each([cyclic(3), cyclic(11), dihedral(6)])(
  "features of %s are known by their irrep",
  (group) => {
    for (const [place, { dimension }] of realIrreps(group).entries()) {
      if (place === 0) continue;
      const vectors = { x: vector(dimension), y: vector(dimension), z: vector(dimension) };
      const w = featureMaximum(group, place, vectors);
      const noisy = w.map((value) => value + 0.02 * (random() - 0.5));
      const node = classifyNode(group, noisy);
      expect(node).toMatchObject({ kind: "generalising", irrep: place, form: null, target: null });
      expect(node.purity).toBeGreaterThan(0.95);
    }
  },
);

test.each([
  ["quadratic", "focused"],
  ["relu", "spreading"],
] as const)("Theorem 5's optimum for %s is memorising, %s", (activation, form) => {
  const group = dihedral(5);
  const p = Array.from({ length: 10 }, (_, g) => (g + 1) / 55);
  for (const target of [0, 7]) {
    const w = memorisingWeights(group, target, memorisingOptimum(p, activation).s);
    expect(classifyNode(group, w)).toMatchObject({ kind: "memorising", form, target, irrep: null });
  }
});

test("noise is neither", () => {
  expect(classifyNode(cyclic(23), vector(46)).kind).toBe("mixed");
});

test.each([cyclic(11), dihedral(6)])(
  "a node of %s that tells no element apart is no feature",
  (group) => {
    const { order } = group;
    const flat = new Float64Array(2 * order).fill(1);
    expect(classifyNode(group, flat).irrep).toBeNull();
    expect(classifyNode(group, flat).purity).toBeCloseTo(0, 12);

    // mostly the same for all, a little of one irrep: the trivial irrep is none to generalise by
    const dimension = realIrreps(group)[1].dimension;
    const vectors = { x: vector(dimension), y: vector(dimension), z: vector(dimension) };
    const feature = featureMaximum(group, 1, vectors);
    const w = feature.map((value) => value + 0.5);
    const mass = (0.5 ** 2 * 2 * order) / (1 + 0.5 ** 2 * 2 * order);
    const node = classifyNode(group, w);
    expect(node.kind).not.toBe("generalising");
    expect(node.purity).toBeCloseTo(1 - mass, 9);
  },
);
