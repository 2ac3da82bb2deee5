import { describe, expect, test } from "vitest";
import {
  alternating,
  cyclic,
  dihedral,
  directProduct,
  generalLinear,
  heisenberg,
  irreps,
  realIrreps,
  specialLinear,
  symmetric,
} from "../../src/index.ts";
import { sorted, tabulated } from "../catalog.ts";
import { deviations, realDeviations } from "./laws.ts";

const groups = [
  cyclic(97),
  dihedral(50),
  directProduct(dihedral(4), dihedral(4)),
  heisenberg(5),
  generalLinear(2, 3),
  symmetric(5),
  specialLinear(2, 5),
  alternating(6),
  ...tabulated.map(({ group }) => group),
];

describe("irreps", () => {
  test.each(groups)("of $name (order $order) keep the laws to 1e-9", (group) => {
    for (const [law, deviation] of Object.entries(deviations(group))) {
      expect(deviation, law).toBeLessThan(1e-9);
    }
  });

  test("are the same each time", () => {
    expect(irreps(dihedral(9))).toEqual(irreps(dihedral(9)));
  });
});

describe("realIrreps", () => {
  test.each(groups)("of $name (order $order) are orthogonal homomorphisms", (group) => {
    for (const [law, deviation] of Object.entries(realDeviations(group))) {
      expect(deviation, law).toBeLessThan(1e-9);
    }
  });

  test.each(tabulated)("of group $order, $id ($name) have GAP's types", (entry) => {
    const found = realIrreps(entry.group).map(({ dimension, type, multiplicity }) => [
      dimension,
      type,
      multiplicity,
    ]);
    expect(sorted(found)).toEqual(sorted(entry.realIrreps.map((each) => [...each])));
  });
});
