import {
  cyclic,
  dihedral,
  quaternion,
  realIrreps,
  type Task,
  task,
} from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  AssumptionError,
  ascend,
  blockMassEnergy,
  cyclicFeature,
  groupLandscape,
  irrepMasses,
  localMaxima,
  modifiedEnergy,
  modifiedLandscape,
} from "../../src/index.ts";
import { allPairs, draws, energyByDefinition } from "../definitions.ts";
import { groupOf, oracleGroups } from "../vectors.ts";

const random = draws(41);
const vector = (length: number) => Float64Array.from({ length }, () => random() - 0.5);
const unit = (w: Float64Array) => {
  const norm = Math.hypot(...w);
  return w.map((value) => value / norm);
};

test.each(oracleGroups)("all local maxima of $name are the oracle's", (oracle) => {
  const group = groupOf(oracle);
  const maxima = localMaxima({ ...task("cyclic:2"), group });
  const spread = maxima.flatMap(({ count, energy }) => new Array<number>(count).fill(energy));
  expect(spread.length).toBe(oracle.energies.length);
  const expected = [...oracle.energies].sort((a, b) => b - a);
  for (const [i, energy] of spread.sort((a, b) => b - a).entries()) {
    expect(energy).toBeCloseTo(expected[i], 8);
  }
  for (const { realDim, dim, strict, hessian } of oracle.localMaxima) {
    const found = maxima.find((one) => one.realDimension === realDim && one.degree === dim)!;
    expect(found.strict).toBe(strict);
    expect(found.hessian).toMatchObject({ zero: hessian["0"], minus4E: hessian["-4E"] });
  }
});

test("ax + bx²: the energy is b² that of x², by definition", () => {
  const group = dihedral(3);
  const w = unit(vector(12));
  const [a, b] = [0.7, -1.3];
  const plain = energyByDefinition(allPairs(group), 6, w, (z) => z * z);
  const mixed = energyByDefinition(allPairs(group), 6, w, (z) => a * z + b * z * z);
  expect(mixed).toBeCloseTo(b * b * plain, 10);
  const maxima = localMaxima(task("dihedral:3"), { linear: a, quadratic: b });
  for (const [i, { energy }] of localMaxima(task("dihedral:3")).entries()) {
    expect(maxima[i].energy).toBeCloseTo(b * b * energy, 12);
  }
});

test("an assumption that fails is named", () => {
  expect(() => localMaxima(task("cyclic:7"), "relu")).toThrow(
    "Theorem 2 needs σ(x) = x² or ax + bx²; got relu",
  );
  expect(() => localMaxima(task("cyclic:7"), { linear: 2, quadratic: 0 })).toThrow(
    "Theorem 2 needs σ(x) = x² or ax + bx²; got 2·x",
  );
  const parity: Task = { ...task("cyclic:7"), id: "parity", group: undefined };
  expect(() => localMaxima(parity)).toThrow(AssumptionError);
  expect(() => localMaxima(parity)).toThrow(
    "Theorem 2 needs the multiplication table of a finite group; got the task parity",
  );
});

test.each([
  [7, 2],
  [12, 5],
  [12, 6],
  [2, 1],
])("Corollary 2: on Z_%d frequency %d is critical, with energy M/4 or M/2", (order, frequency) => {
  const w = cyclicFeature(order, frequency, [2 * random(), 7 * random()]);
  const alternating = 2 * frequency === order;
  const value = energyByDefinition(allPairs(cyclic(order)), order, w, (z) => z * z);
  expect(Math.hypot(...w)).toBeCloseTo(1, 12);
  expect(value).toBeCloseTo(alternating ? order / 2 : order / 4, 9);
  const gradient = new Float64Array(2 * order);
  groupLandscape(cyclic(order)).gradient(w, gradient);
  // on the sphere: the slope is along w, 4E·w for a form of degree 4
  for (const [i, slope] of gradient.entries()) expect(slope).toBeCloseTo(4 * value * w[i], 9);
});

test("a frequency that is not there is refused", () => {
  expect(() => cyclicFeature(7, 4)).toThrow("Z_7 has no feature of frequency 4; they are 1 … 3");
});

test.each([cyclic(9), dihedral(4), quaternion()])(
  "block masses bound the energy of any weights, $name",
  (group) => {
    const landscape = groupLandscape(group);
    for (let trial = 0; trial < 200; trial++) {
      const w = unit(vector(2 * group.order));
      const masses = irrepMasses(group, w);
      expect(landscape.value(w)).toBeLessThanOrEqual(blockMassEnergy(group, masses) + 1e-12);
    }
    for (const [k, { dimension }] of realIrreps(group).entries()) {
      if (k === 0) continue;
      const pure = realIrreps(group).map((_, l) => (l === k ? 1 : 0));
      expect(blockMassEnergy(group, pure)).toBeCloseTo(group.order / (2 * dimension), 12);
    }
  },
);

test.each([cyclic(7), dihedral(5), quaternion()])(
  "Theorem 7: E_S climbs to missing irreps alone, $name",
  (group) => {
    const all = realIrreps(group);
    const learned = [1, all.length - 1];
    const landscape = modifiedLandscape(group, learned);
    for (let start = 0; start < 12; start++) {
      const from = vector(2 * group.order);
      const w = unit(from);
      expect(landscape.value(w)).toBeCloseTo(modifiedEnergy(group, w, learned), 9);
      const end = ascend(landscape, from, { tolerance: 1e-6 });
      const masses = irrepMasses(group, end.w);
      const largest = masses.indexOf(Math.max(...masses));
      expect(masses[largest]).toBeCloseTo(1, 4);
      expect(learned).not.toContain(largest);
      expect(end.energy).toBeCloseTo(group.order / (2 * all[largest].dimension), 5);
    }
  },
);

test("what is not there cannot be learned", () => {
  expect(() => modifiedEnergy(cyclic(5), new Float64Array(10), [3])).toThrow(/they are 1 … 2/);
  expect(() => blockMassEnergy(cyclic(5), [1, 0])).toThrow("2 masses; Z_5 has 3 real irreps");
});
