import { describe, expect, test } from "vitest";
import { makeGroup } from "../../src/group/make-group.ts";
import {
  affine,
  alternating,
  cyclic,
  dicyclic,
  dihedral,
  directProduct,
  type FiniteGroup,
  frobenius,
  fromCayleyTable,
  fromPermutations,
  generalLinear,
  heisenberg,
  InputError,
  identify,
  quaternion,
  semidirectProduct,
  specialLinear,
  symmetric,
} from "../../src/index.ts";

/** Groups of our builders with their numbers in GAP's library, from GAP's StructureDescription. */
const known: [FiniteGroup, order: number, id: number][] = [
  [cyclic(1), 1, 1],
  [cyclic(12), 12, 2],
  [directProduct(cyclic(2), cyclic(6)), 12, 5],
  [directProduct(cyclic(2), cyclic(2), cyclic(2)), 8, 5],
  [directProduct(symmetric(3), cyclic(4)), 24, 5],
  [dihedral(1), 2, 1],
  [dihedral(2), 4, 2],
  [dihedral(4), 8, 3],
  [dihedral(12), 24, 6],
  [dicyclic(1), 4, 1],
  [dicyclic(2), 8, 4],
  [dicyclic(3), 12, 1],
  [quaternion(), 8, 4],
  [symmetric(1), 1, 1],
  [symmetric(2), 2, 1],
  [symmetric(3), 6, 1],
  [symmetric(4), 24, 12],
  [symmetric(5), 120, 34],
  [alternating(2), 1, 1],
  [alternating(3), 3, 1],
  [alternating(4), 12, 3],
  [alternating(5), 60, 5],
  [heisenberg(2), 8, 3],
  [heisenberg(3), 27, 3],
  [heisenberg(5), 125, 3],
  [frobenius(5, 4), 20, 3],
  [frobenius(7, 3), 21, 1],
  [frobenius(11, 5), 55, 1],
  [affine(2), 2, 1],
  [affine(4), 12, 3],
  [affine(5), 20, 3],
  [affine(8), 56, 11],
  [affine(9), 72, 39],
  [specialLinear(2, 3), 24, 3],
  [specialLinear(2, 4), 60, 5],
  [specialLinear(2, 5), 120, 5],
  [generalLinear(1, 9), 8, 1],
  [generalLinear(2, 2), 6, 1],
  [generalLinear(2, 3), 48, 29],
];

describe("builders", () => {
  test.each(known)("%o is SmallGroup(%i, %i)", (group, order, id) => {
    expect(identify(fromCayleyTable(group.table))).toEqual({ order, id });
  });

  test.each(known.map(([group]) => group).filter(({ order }) => order > 2))(
    "$name has an inverse and a label for each element",
    (group) => {
      const labels = new Set<string>();
      for (let a = 0; a < group.order; a++) {
        expect(group.multiply(a, group.inverse(a))).toBe(group.identity);
        labels.add(group.label(a));
      }
      expect(labels.size).toBe(group.order);
    },
  );

  test.each([
    [symmetric(6), 720],
    [alternating(6), 360],
    [specialLinear(3, 2), 168],
    [specialLinear(2, 9), 720],
    [generalLinear(2, 4), 180],
    [generalLinear(3, 2), 168],
    [heisenberg(7), 343],
    [affine(27), 702],
  ])("%o is a group of order %i", (group, order) => {
    expect(group.order).toBe(order);
    expect(() => fromCayleyTable(group.table)).not.toThrow();
  });

  test("write elements as people do", () => {
    expect(Array.from({ length: 6 }, (_, a) => symmetric(3).label(a))).toEqual([
      "e",
      "(2 3)",
      "(1 2)",
      "(1 2 3)",
      "(1 3 2)",
      "(1 3)",
    ]);
    expect(Array.from({ length: 8 }, (_, a) => quaternion().label(a))).toEqual(
      "1 −1 i −i j −j k −k".split(" "),
    );
    expect(specialLinear(2, 3).label(0)).toBe("[1 0; 0 1]");
    expect(affine(5).label(0)).toBe("t");
    expect(dicyclic(3).label(8)).toBe("a²x");
    expect(heisenberg(3).label(26)).toBe("[1 2 2; 0 1 2; 0 0 1]");
  });

  test("multiply in the order they say", () => {
    const at = (group: FiniteGroup, label: string) =>
      Array.from({ length: group.order }, (_, a) => a).find((a) => group.label(a) === label)!;
    const product = (group: FiniteGroup, a: string, b: string) =>
      group.label(group.multiply(at(group, a), at(group, b)));
    expect(product(symmetric(3), "(1 2)", "(2 3)")).toBe("(1 3 2)"); // first (1 2), as in GAP
    expect(product(quaternion(), "i", "j")).toBe("k");
    expect(product(dihedral(5), "s", "r")).toBe("r⁴s");
    expect(product(affine(5), "2t", "t+1")).toBe("2t+2"); // first t+1
    expect(product(heisenberg(3), "[1 1 0; 0 1 0; 0 0 1]", "[1 0 0; 0 1 1; 0 0 1]")).toBe(
      "[1 1 1; 0 1 1; 0 0 1]",
    );
    expect(product(specialLinear(2, 2), "[1 1; 0 1]", "[1 0; 1 1]")).toBe("[0 1; 1 1]");
  });

  test("take permutations and actions that are given", () => {
    const cube = fromPermutations(
      [
        [1, 2, 3, 0, 4, 5],
        [4, 1, 5, 3, 2, 0],
      ],
      { name: "turns of a cube" },
    );
    expect(identify(cube)).toEqual({ order: 24, id: 12 });
    const turned = semidirectProduct(cyclic(7), cyclic(3), (h, n) => (n * [1, 2, 4][h]) % 7);
    expect(identify(turned)).toEqual({ order: 21, id: 1 });
  });

  test.each([
    () => symmetric(8),
    () => symmetric(0),
    () => symmetric(100),
    () => alternating(8),
    () => alternating(2.5),
    () => dicyclic(0),
    () => dihedral(5000),
    () => heisenberg(21),
    () => heisenberg(1),
    () => affine(6),
    () => affine(97),
    () => frobenius(7, 4),
    () => frobenius(7, 1),
    () => frobenius(8, 3),
    () => specialLinear(2, 6),
    () => specialLinear(0, 2),
    () => generalLinear(3, 3),
    () => generalLinear(9, 9),
    () => fromPermutations([]),
    () => fromPermutations([[0, 0]]),
    () => fromPermutations([[0, 1], [0]]),
    () =>
      fromPermutations([
        [1, 2, 3, 4, 5, 6, 7, 0],
        [1, 0, 2, 3, 4, 5, 6, 7],
      ]),
    () => semidirectProduct(cyclic(7), cyclic(2), (h, n) => (h ? (n * 2) % 7 : n)),
    () => semidirectProduct(cyclic(7), cyclic(2), (h, n) => (h ? (n + 1) % 7 : n)),
    () => semidirectProduct(cyclic(7), cyclic(2), () => 0),
    () => directProduct(),
    () => directProduct(cyclic(100), cyclic(100)),
  ])("%o is refused in one line", (build) => {
    expect(build).toThrow(InputError);
    expect(build).not.toThrow(/\n|NaN|undefined/);
  });

  test("know an action of a group that does not commute from one the wrong way round", () => {
    const klein = directProduct(cyclic(2), cyclic(2));
    const turns = symmetric(3);
    // S_3 permutes the three elements of order 2; x·y is first x, then y, so that h acts as h⁻¹
    const image = (h: number, n: number): number => {
      const points = turns.label(h).match(/\d/g)?.map(Number) ?? [];
      const moved = points[(points.indexOf(n) + 1) % points.length];
      return points.includes(n) ? moved : n;
    };
    const product = semidirectProduct(klein, turns, (h, n) => image(turns.inverse(h), n));
    expect(identify(product)).toEqual({ order: 24, id: 12 });
    expect(() => semidirectProduct(klein, turns, image)).toThrow(/no homomorphism/);
  });

  test("multiply every element by the generators alone", () => {
    let products = 0;
    const group = makeGroup({
      order: 1000,
      name: "Z_1000",
      identity: 0,
      generators: [1],
      label: String,
      multiply(a, b) {
        products++;
        return (a + b) % 1000;
      },
    });
    expect(products).toBe(1000);
    expect(group.table).toEqual(cyclic(1000).table);
  });

  test("number the tuples of a direct product with the first factor foremost", () => {
    const { label, multiply } = directProduct(cyclic(2), cyclic(3), cyclic(5));
    expect([0, 1, 5, 15, 29].map(label)).toEqual([
      "(0, 0, 0)",
      "(0, 0, 1)",
      "(0, 1, 0)",
      "(1, 0, 0)",
      "(1, 2, 4)",
    ]);
    expect(label(multiply(29, 6))).toBe("(1, 0, 0)");
  });
});
