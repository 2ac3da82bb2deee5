import { describe, expect, test } from "vitest";
import { burnsideCharacters } from "../../src/characters/burnside.ts";
import { maximalCyclicSubgroups } from "../../src/characters/cyclic-subgroups.ts";
import { metabelianCharacters } from "../../src/characters/metabelian.ts";
import {
  affine,
  characterTable,
  conjugacyClasses,
  cyclic,
  dicyclic,
  dihedral,
  directProduct,
  exponent,
  type FiniteGroup,
  frobenius,
  heisenberg,
  irreps,
  smallGroup,
  specialLinear,
  symmetric,
} from "../../src/index.ts";
import { relabelled } from "../catalog.ts";

function byBothMethods(group: FiniteGroup) {
  const classes = conjugacyClasses(group);
  const subgroups = maximalCyclicSubgroups(group, classes);
  const e = exponent(group);
  const induced = metabelianCharacters(group, subgroups, e);
  const lifted = burnsideCharacters(group, classes, subgroups, e);
  const lines = (characters: typeof lifted | undefined) =>
    characters?.map(({ degree, eigenvalues }) => `${degree}: ${eigenvalues.join()}`).sort();
  return { induced: lines(induced), lifted: lines(lifted) };
}

describe("the characters of a metabelian group", () => {
  test.each([
    dihedral(15),
    dicyclic(6),
    frobenius(13, 4),
    affine(9),
    heisenberg(3),
    heisenberg(4),
    directProduct(dihedral(4), dihedral(5)),
    directProduct(dihedral(4), dicyclic(2)),
    smallGroup(32, 6), // λ is not 1 on the commutators of its stabiliser
    smallGroup(64, 138),
    smallGroup(96, 70),
    smallGroup(81, 9),
    relabelled(dihedral(12)),
  ])("of $name (order $order) are the same by Clifford's and by Burnside's method", (group) => {
    const { induced, lifted } = byBothMethods(group);
    expect(induced).toBeDefined();
    expect(induced).toEqual(lifted);
  });

  test.each([symmetric(4), specialLinear(2, 3), symmetric(5)])(
    "are not looked for in $name",
    (group) => {
      expect(byBothMethods(group).induced).toBeUndefined();
    },
  );

  test("of D_1000 are there in proportion to their number", () => {
    const group = dihedral(1000);
    const { degrees, re, classOf, classSizes } = characterTable(group);
    expect(degrees.reduce((sum, degree) => sum + degree ** 2, 0)).toBe(group.order);
    const columns = classSizes.length;
    for (const [k, l] of [
      [4, 5],
      [300, 300],
      [502, 3],
    ]) {
      let product = 0;
      for (let c = 0; c < columns; c++) {
        product += classSizes[c] * re[k * columns + c] * re[l * columns + c];
      }
      expect(product / group.order).toBeCloseTo(k === l ? 1 : 0, 9);
    }
    const last = irreps(group)[502];
    for (const a of [1, 17, 999, 1000, 1999]) {
      const trace = last.re[4 * a] + last.re[4 * a + 3];
      expect(trace).toBeCloseTo(re[502 * columns + classOf[a]], 12);
    }
  });
});

describe("a large center", () => {
  test("leaves little to split", () => {
    const group = directProduct(symmetric(4), cyclic(20));
    const { degrees } = characterTable(group);
    expect(degrees.length).toBe(100);
    expect(degrees.filter((degree) => degree === 3).length).toBe(40);
  });
});
