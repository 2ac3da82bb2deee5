import { dihedral, InputError, realIrreps } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  ascend,
  featureEnergy,
  featureMaximum,
  groupLandscape,
  hessianSpectrum,
  irrepEnergies,
  irrepMasses,
  missingProjector,
  sphereHessian,
} from "../../src/index.ts";
import { symmetricEigen } from "../../src/numerics/real-matrix.ts";
import { draws } from "../definitions.ts";
import { groupOf, oracleGroups, tableGroup, vectors } from "../vectors.ts";

const letters = { real: "R", complex: "C", quaternionic: "H" };
const random = draws(5);
const vector = (length: number) => Float64Array.from({ length }, () => random() - 0.5);

test.each(oracleGroups)(
  "$name: the constructed maxima are critical, with energy M/(2D)",
  (oracle) => {
    const group = groupOf(oracle);
    const landscape = groupLandscape(group);
    const gradient = new Float64Array(landscape.dimension);
    for (const [place, irrep] of realIrreps(group).entries()) {
      if (place === 0) continue;
      const { dimension } = irrep;
      const w = featureMaximum(group, place, {
        x: vector(dimension),
        y: vector(dimension),
        z: vector(dimension),
      });
      expect(Math.hypot(...w)).toBeCloseTo(1, 10);
      const energy = landscape.gradient(w, gradient);
      expect(energy).toBeCloseTo(featureEnergy(group.order, dimension), 8);
      // E is of degree 4: on the sphere, a critical point has ∇E = 4E·w
      for (const [i, value] of gradient.entries()) expect(value).toBeCloseTo(4 * energy * w[i], 8);
    }
  },
);

test.each(oracleGroups.filter(({ order }) => order <= 12))(
  "$name: the Hessian's spectrum at each kind of maximum is the oracle's",
  (oracle) => {
    const group = groupOf(oracle);
    const landscape = groupLandscape(group);
    for (const maximum of oracle.localMaxima) {
      const place = realIrreps(group).findIndex(
        ({ dimension, type }, k) =>
          k > 0 && dimension === maximum.realDim && type === letters[maximum.type],
      );
      const D = maximum.realDim;
      const w = featureMaximum(group, place, { x: vector(D), y: vector(D), z: vector(D) });
      const { values } = symmetricEigen(sphereHessian(landscape, w));
      const count = (multiple: number) =>
        values.filter((value) => Math.abs(value + multiple * maximum.energy) < 1e-6 * oracle.order)
          .length;
      // and one more zero, along w itself
      expect([count(0) - 1, count(4), count(8)]).toEqual([
        maximum.hessian[0],
        maximum.hessian["-4E"],
        maximum.hessian["-8E"],
      ]);
    }
  },
);

test.each(oracleGroups)("$name: Corollary 1 in closed form", ({ order, localMaxima }) => {
  for (const { type, realDim, hessian, strict } of localMaxima) {
    const kind = { type: letters[type] as "R" | "C" | "H", realDimension: realDim };
    const spectrum = hessianSpectrum(kind, order);
    expect(spectrum).toEqual({
      zero: hessian[0],
      minus4E: hessian["-4E"],
      minus8E: hessian["-8E"],
    });
    expect(spectrum.zero === 0).toBe(strict);
  }
});

test.each(["Z7", "S3", "Q8", "A4", "QD16"])(
  "%s: ascent from random starts ends in one irrep each time",
  (name) => {
    const oracle = oracleGroups.find((candidate) => candidate.name === name)!;
    const group = groupOf(oracle);
    for (let start = 0; start < 12; start++) {
      const { w, energy, converged } = ascend(groupLandscape(group), vector(2 * group.order));
      expect(converged).toBe(true);
      const masses = irrepMasses(group, w);
      const largest = masses.indexOf(Math.max(...masses));
      expect(masses[largest]).toBeCloseTo(1, 6);
      expect(energy).toBeCloseTo(
        featureEnergy(group.order, realIrreps(group)[largest].dimension),
        6,
      );
    }
  },
);

test("Theorem 7: where an irrep is learned, ascent finds the missing ones only", () => {
  const group = dihedral(5);
  const landscape = groupLandscape(group, { projector: missingProjector(group, [1, 3]) });
  for (let start = 0; start < 10; start++) {
    const { w, converged } = ascend(landscape, vector(20));
    const masses = irrepMasses(group, w);
    expect(converged).toBe(true);
    expect(masses[2]).toBeCloseTo(1, 6);
  }
});

interface Component {
  readonly dim: number;
  readonly type: string;
  readonly E_part: number;
  readonly mass: number;
}

test.each<{ group: string; table: number[][]; w: number[]; perComponent: Component[] }>(
  vectors.energyEval,
)("masses and energies by irrep on $group", ({ table, w, perComponent }) => {
  const group = tableGroup(table);
  const masses = irrepMasses(group, w);
  const energies = irrepEnergies(group, w);
  const ours = realIrreps(group)
    .map(({ type }, k) => ({ type, E_part: energies[k], mass: masses[k] }))
    .slice(1);
  const byEnergy = (a: { E_part: number }, b: { E_part: number }) => a.E_part - b.E_part;
  ours.sort(byEnergy);
  for (const [i, expected] of [...perComponent].sort(byEnergy).entries()) {
    expect(ours[i].type).toBe(expected.type);
    expect(ours[i].E_part).toBeCloseTo(expected.E_part, 10);
    expect(ours[i].mass).toBeCloseTo(expected.mass, 10);
  }
  expect(masses.reduce((a, b) => a + b)).toBeCloseTo(
    w.reduce((sum, x) => sum + x * x, 0),
    10,
  );
});

test("vectors that do not fit the irrep are refused", () => {
  const y = [1, 0];
  expect(() => featureMaximum(dihedral(3), 0, { x: y, y, z: y })).toThrow(/they are 1 … 2/);
  expect(() => featureMaximum(dihedral(3), 2, { x: [1], y, z: y })).toThrow(InputError);
  expect(() => featureMaximum(dihedral(3), 2, { x: [0, 0], y, z: y })).toThrow(/zero/);
  expect(() => irrepMasses(dihedral(3), [1, 2, 3])).toThrow(/2M = 12/);
});
