import { cyclic, dihedral } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { featureEnergy, featureKinds } from "../../src/index.ts";
import { allPairs, draws, energyByDefinition } from "../definitions.ts";
import { oracleGroups } from "../vectors.ts";

test.each(oracleGroups)("E* of every feature of $name", ({ order, localMaxima }) => {
  for (const { realDim, energy } of localMaxima) {
    expect(featureEnergy(order, realDim)).toBeCloseTo(energy, 10);
  }
});

/** Gradient ascent on the sphere by central differences of the definition. */
function ascend(energy: (w: Float64Array) => number, start: Float64Array): number {
  let w = normalise(start);
  for (let step = 0; step < 400; step++) {
    const gradient = w.map((value, i) => {
      const up = energy(w.with(i, value + 1e-5));
      return (up - energy(w.with(i, value - 1e-5))) / 2e-5;
    });
    w = normalise(w.map((value, i) => value + 0.2 * gradient[i]));
  }
  return energy(w);
}

function normalise(w: Float64Array): Float64Array {
  const norm = Math.hypot(...w);
  return w.map((value) => value / norm);
}

test.each([cyclic(5), dihedral(3)])(
  "from random starts, ascent by the definition ends on Theorem 2's energies: $name",
  (group) => {
    const random = draws(7);
    const pairs = allPairs(group);
    const energy = (w: Float64Array) => energyByDefinition(pairs, group.order, w, (z) => z * z);
    const expected = featureKinds(group).map((kind) =>
      featureEnergy(group.order, kind.realDimension),
    );
    const seen = new Set<number>();
    for (let start = 0; start < 6; start++) {
      const w = Float64Array.from({ length: 2 * group.order }, () => random() - 0.5);
      const reached = ascend(energy, w);
      const match = expected.find((value) => Math.abs(value - reached) < 1e-6 * value);
      expect(match, `reached ${reached}, expected one of ${expected}`).toBeDefined();
      seen.add(match as number);
    }
    expect([...seen].sort()).toEqual(expected.sort());
  },
);
