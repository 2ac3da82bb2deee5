import { describe, expect, test } from "vitest";
import {
  alternating,
  characterTable,
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

  test("are right where an irrep is cut out of copies by a complex character", () => {
    for (const [law, deviation] of Object.entries(realDeviations(specialLinear(2, 9)))) {
      expect(deviation, law).toBeLessThan(1e-9);
    }
  });

  test.each(groups)("of $name (order $order) name every row once, conjugates together", (group) => {
    const { degrees, classSizes, re, im } = characterTable(group);
    const all = realIrreps(group);
    expect(all.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual([...degrees.keys()]);
    const row = (values: Float64Array, k: number) =>
      Array.from(values.subarray(k * classSizes.length, (k + 1) * classSizes.length));
    for (const { type, rows } of all) {
      expect(rows.length).toBe(type === "C" ? 2 : 1);
      const [k, l] = [rows[0], rows[rows.length - 1]];
      const conjugate = row(im, l).map((y) => 0 - y);
      expect(row(re, l).every((x, c) => Math.abs(x - row(re, k)[c]) < 1e-12)).toBe(true);
      expect(conjugate.every((y, c) => Math.abs(y - row(im, k)[c]) < 1e-12)).toBe(true);
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
