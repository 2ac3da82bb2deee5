import { describe, expect, test } from "vitest";
import { characterTable, cyclic, dihedral, type FiniteGroup } from "../../src/index.ts";
import { catalog, sorted, tabulated } from "../catalog.ts";

/** The values of a character at every element, to 9 decimals, so that rows can be compared as a set. */
function rows(group: FiniteGroup): string[] {
  const { degrees, classOf, classSizes, re, im } = characterTable(group);
  return Array.from(degrees, (_, k) =>
    Array.from(classOf, (c) => {
      const at = k * classSizes.length + c;
      return `${re[at].toFixed(9)} ${im[at].toFixed(9)}`.replaceAll("-0.000000000", "0.000000000");
    }).join(),
  ).sort();
}

describe("characterTable", () => {
  test("covers every group of the catalogue that has a table", () => {
    expect(tabulated.length).toBe(catalog.filter(({ order }) => order <= 24).length);
  });

  test.each(tabulated)("is GAP's for group $order, $id ($name)", (entry) => {
    const expected = entry.characters!.map((row) =>
      entry
        .classOf!.map((c) => row[c].map((value) => value.toFixed(9)).join(" "))
        .join()
        .replaceAll("-0.000000000", "0.000000000"),
    );
    expect(rows(entry.group)).toEqual(expected.sort());
    const { degrees, indicators } = characterTable(entry.group);
    expect(sorted(Array.from(degrees, (degree, k) => [degree, indicators[k]]))).toEqual(
      sorted(entry.frobeniusSchur.map((pair) => [...pair])),
    );
  });

  test("has the trivial character first and degrees in order", () => {
    for (const { group } of tabulated) {
      const { degrees, re, classSizes } = characterTable(group);
      expect(re.slice(0, classSizes.length).every((value) => value === 1)).toBe(true);
      expect(degrees).toEqual(degrees.slice().sort());
    }
  });

  test("of Z_n holds the n-th roots of unity", () => {
    const n = 211;
    const { re, im } = characterTable(cyclic(n));
    const seen = new Set<number>();
    for (let k = 0; k < n; k++) {
      const angle = Math.atan2(im[k * n + 1], re[k * n + 1]);
      const frequency = Math.round((angle * n) / (2 * Math.PI) + n) % n;
      seen.add(frequency);
      for (let a = 0; a < n; a++) {
        const exact = (2 * Math.PI * ((frequency * a) % n)) / n;
        expect(Math.abs(re[k * n + a] - Math.cos(exact))).toBeLessThan(1e-13);
        expect(Math.abs(im[k * n + a] - Math.sin(exact))).toBeLessThan(1e-13);
      }
    }
    expect(seen.size).toBe(n);
  });

  test("of D_n has 2cos(2πjk/n) in its rows of degree 2", () => {
    const n = 60;
    const { degrees, classOf, classSizes, re } = characterTable(dihedral(n));
    const found = new Set<number>();
    for (const [row, degree] of degrees.entries()) {
      if (degree !== 2) continue;
      const value = (a: number) => re[row * classSizes.length + classOf[a]];
      const j = Math.round((Math.acos(value(1) / 2) * n) / (2 * Math.PI));
      found.add(j);
      for (let k = 0; k < n; k++) {
        expect(value(k)).toBeCloseTo(2 * Math.cos((2 * Math.PI * j * k) / n), 11);
        expect(value(n + k)).toBe(0);
      }
    }
    expect(found.size).toBe(n / 2 - 1);
  });
});
