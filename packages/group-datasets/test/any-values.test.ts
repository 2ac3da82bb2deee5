import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";
import {
  cyclic,
  dihedral,
  type FiniteGroup,
  fromCayleyTable,
  fromPermutations,
  heisenberg,
  InputError,
  irreps,
  quaternion,
  randomStream,
  symmetric,
} from "../src/index.ts";

const group = dihedral(4);
const f = new Float64Array(8);

/** What a user may hand over by mistake. */
const junk = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    -0,
    0,
    2.5,
    1e9,
    1e300,
    2 ** 53,
    "5",
    "",
    5n,
    true,
    Symbol("five"),
    [],
    [5],
    [[]],
    ["0"],
    [null],
    {},
    { length: 2 },
    { length: 1e9 },
    { length: "2" },
    { toString: null },
    { order: 2, table: new Uint16Array(4) },
    Object.create(null),
    () => 5,
    new Date(Number.NaN),
    new Uint16Array(4),
    cyclic(3),
    { ...group, table: group.table.map((a) => 7 - a) },
    { ...group, multiply: () => 0, table: group.table.slice() },
    { ...group, order: 3 },
    { ...group, order: "8" },
    { ...group, identity: 3 },
    { ...group, multiply: () => 0 },
    { ...group, inverse: () => 0 },
  ),
  fc.anything(),
);

/** Functions of groups and builders, each with what would be right. */
const right: Record<string, readonly unknown[]> = {
  cyclic: [5],
  dihedral: [5],
  dicyclic: [3],
  symmetric: [4],
  alternating: [4],
  heisenberg: [3],
  affine: [5],
  frobenius: [7, 3],
  specialLinear: [2, 3],
  generalLinear: [2, 3],
  finiteField: [9],
  smallGroup: [12, 3],
  smallGroupCount: [12],
  fromCayleyTable: [[0, 1, 1, 0], { name: "Z_2" }],
  fromPermutations: [[[1, 2, 0]], { name: "Z_3" }],
  directProduct: [group, group],
  semidirectProduct: [cyclic(3), cyclic(2), (h: number, n: number) => (h ? (3 - n) % 3 : n), {}],
  identify: [group],
  characterTable: [group],
  irreps: [group],
  realIrreps: [group],
  isotypicProjector: [group, 0],
  irrepOrbit: [group, 4, 1],
  groupFourier: [group, f],
  inverseGroupFourier: [group, library.groupFourier(group, f)],
  convolve: [group, f, f],
  conjugacyClasses: [group],
  elementOrders: [group],
  exponent: [group],
  isAbelian: [group],
  center: [group],
  derivedSubgroup: [group],
  isNilpotent: [group],
  isSolvable: [group],
  isSimple: [group],
  generatedSubgroup: [group, [1]],
  subgroup: [group, [0, 4], { name: "reflections" }],
  leftCosets: [group, [0, 4]],
  isomorphism: [group, group],
  areIsomorphic: [group, group],
  randomStream: [5, "split"],
  uniform: [randomStream(1, "task")],
  uniformBelow: [randomStream(1, "task"), 5],
  shuffle: [new Uint32Array(5), randomStream(1, "task")],
};

type Anything = (...values: readonly unknown[]) => unknown;
const functions = library as unknown as Record<string, Anything>;

function refusedInOneLine(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toContain("\n");
    expect(error.message.length).toBeLessThan(400);
  }
}

describe("whatever is given in place of what is asked for", () => {
  test.each(Object.entries(right))("%s throws nothing but InputErrors", (name, values) => {
    functions[name](...values);
    fc.assert(
      fc.property(fc.nat(values.length - 1), junk, (place, value) => {
        refusedInOneLine(() => functions[name](...values.toSpliced(place, 1, value)));
      }),
      { numRuns: 100 },
    );
  });

  test.each(Object.entries(right))("%s needs its first value", (name) => {
    expect(() => functions[name]()).toThrow(InputError);
  });

  test.each(["inverse", "multiply", "label"])("a group's %s takes elements alone", (method) => {
    const call = (group as unknown as Record<string, Anything>)[method];
    for (const a of [8, -1, 0.5, "1", null, undefined, 1n, Symbol("1"), [1], Number.NaN]) {
      expect(() => call(a, 0)).toThrow(/D_4 has no element .*0 … 7/);
      if (method === "multiply") expect(() => call(0, a)).toThrow(InputError);
    }
  });

  test("a field's operations take elements alone", () => {
    const field = library.finiteField(9) as unknown as Record<string, Anything>;
    for (const a of [9, -1, 0.5, "1", null, 1n, Number.POSITIVE_INFINITY]) {
      for (const operation of ["add", "multiply"]) {
        expect(() => field[operation](a, 1)).toThrow(InputError);
        expect(() => field[operation](1, a)).toThrow(InputError);
      }
      expect(() => field.power(a, 2)).toThrow(InputError);
      expect(() => field.label(a)).toThrow(InputError);
    }
    expect(() => field.power(2, Number.POSITIVE_INFINITY)).toThrow(/exponent Infinity/);
    expect(field.power(3, 80)).toBe(1);
  });

  test("an error names the type that it saw", () => {
    const untyped = functions;
    expect(() => untyped.dihedral("5")).toThrow('dihedral is given "5"');
    expect(() => untyped.cyclic(5n)).toThrow("cyclic is given 5n");
    expect(() => untyped.frobenius([7], 3)).toThrow("frobenius is given [7]");
    expect(() => untyped.irreps("cyclic:5")).toThrow('a group is needed, got "cyclic:5"');
    expect(() => untyped.groupFourier(group, [1, 2, 3, 4, 5, 6, 7, "8"])).toThrow(/"8" at 7/);
    expect(() => untyped.groupFourier(group, f.with(3, Number.NaN))).toThrow(/NaN at 3/);
    expect(() => untyped.groupFourier(group, { re: f })).toThrow(/undefined/);
    expect(() => untyped.isotypicProjector(group, "0")).toThrow(/no irrep "0"/);
    expect(() => untyped.randomStream(1, "splits")).toThrow(/no randomness is for "splits"/);
    expect(() => untyped.uniformBelow(randomStream(1, "task"), 0)).toThrow(/below 0/);
    expect(() => untyped.subgroup(group, [0, 0, 4])).toThrow(/3 elements of D_4 are no subgroup/);
  });
});

describe("a group made by hand", () => {
  const byHand = (group: FiniteGroup): FiniteGroup => ({ ...group, table: group.table.slice() });

  test("is taken if it is one", () => {
    expect(irreps(byHand(quaternion()))).toEqual(irreps(quaternion()));
  });

  test.each([
    ["another identity", { identity: 1 }],
    ["another inverse", { inverse: (a: number) => a }],
    ["another product", { multiply: () => 0 }],
    ["another order", { order: 4 }],
    ["a table that is no group's", { table: new Uint16Array(64) }],
  ])("is refused with %s", (_, change) => {
    expect(() => irreps({ ...byHand(quaternion()), ...change })).toThrow(InputError);
  });
});

describe("what is too large is refused before the work", () => {
  test.each([
    ["cyclic", [1e300]],
    ["dihedral", [1e9]],
    ["dicyclic", [2049]],
    ["symmetric", [12]],
    ["symmetric", [1e9]],
    ["alternating", [1e15]],
    ["heisenberg", [1e6]],
    ["affine", [8192]],
    ["frobenius", [8191, 2]],
    ["specialLinear", [5, 7]],
    ["specialLinear", [1e9, 2]],
    ["generalLinear", [3, 27]],
    ["directProduct", [symmetric(7), cyclic(2)]],
    ["directProduct", Array(40).fill(cyclic(8192))],
    ["semidirectProduct", [cyclic(8192), cyclic(2), () => expect.fail("worked")]],
  ] as const)("%s(%s): with the order and the memory", (name, values) => {
    expect(() => functions[name](...values)).toThrow(/order (over )?\d.* MB.*8192/);
  });

  test("a product of many trivial groups is none of these", () => {
    expect(functions.directProduct(...Array(5000).fill(cyclic(1)))).toMatchObject({ order: 1 });
  });

  const cycle = (points: number) => Array.from({ length: points }, (_, i) => (i + 1) % points);
  const transposition = (points: number) =>
    Array.from({ length: points }, (_, i) => (i < 2 ? 1 - i : i));

  test("permutations of many points are, with what they would take", () => {
    expect(() => fromPermutations([transposition(9), cycle(9)])).toThrow(InputError);
    const unspeakable = { length: { toString: null } } as never;
    expect(() => fromPermutations([unspeakable])).toThrow(InputError);
    expect(() => fromPermutations([cycle(20_000)])).toThrow(
      /lists of 20000 numbers each; .*67108864/,
    );
    expect(fromPermutations([transposition(20_000)]).order).toBe(2);
    const wrong = [cycle(20_000).with(7, 3)];
    expect(() => fromPermutations(wrong)).toThrow("generator 0 is no permutation: it sends 7 to 3");
  });

  test("many permutations make a group as few do", () => {
    const all = Array.from({ length: 2000 }, (_, k) =>
      Array.from({ length: 400 }, (_, i) => (i + k) % 400),
    );
    expect(fromPermutations(all).order).toBe(400);
  });

  test("tables are refused by their size, whatever is in them", () => {
    expect(() => fromCayleyTable({ length: 1e12 } as number[])).toThrow(/order 1000000,.*MB.*8192/);
    expect(() => fromCayleyTable(new Uint8Array(8193 ** 2))).toThrow(/order 8193/);
    const rows = [Uint8Array.of(0, 1), Uint8Array.of(1, 0)];
    expect(fromCayleyTable(rows).table).toEqual(Uint16Array.of(0, 1, 1, 0));
  });

  test("what is not too large is made", () => {
    expect(heisenberg(20).order).toBe(8000);
  });
});
