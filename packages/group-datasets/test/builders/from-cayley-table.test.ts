import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cyclic, dihedral, fromCayleyTable, InputError, NotAGroupError } from "../../src/index.ts";

/** The smallest loop that is no group: Latin, with identity 0, but (1·1)·2 ≠ 1·(1·2). */
const loop = [
  [0, 1, 2, 3, 4],
  [1, 0, 3, 4, 2],
  [2, 4, 0, 1, 3],
  [3, 2, 4, 0, 1],
  [4, 3, 1, 2, 0],
];

function failure(table: unknown): NotAGroupError {
  try {
    fromCayleyTable(table as number[]);
  } catch (error) {
    if (error instanceof NotAGroupError) return error;
    throw error;
  }
  throw new Error("the table was accepted");
}

describe("fromCayleyTable", () => {
  test("takes nested and flat tables, with the identity anywhere", () => {
    const group = fromCayleyTable([
      [1, 2, 0],
      [2, 0, 1],
      [0, 1, 2],
    ]);
    expect(group.identity).toBe(2);
    expect(group.inverse(0)).toBe(1);
    expect(fromCayleyTable(dihedral(5).table).table).toEqual(dihedral(5).table);
  });

  test.each([
    ["square", [[0, 1], [1]], [1]],
    ["square", [0, 1, 1], []],
    ["square", [], []],
    [
      "closure",
      [
        [0, 1],
        [1, 2],
      ],
      [1, 1],
    ],
    ["closure", [0, 1, 1, 0.5], [1, 1]],
    [
      "latin",
      [
        [0, 1],
        [1, 1],
      ],
      [1, 0, 1],
    ],
    [
      "identity",
      [
        [0, 2, 1],
        [2, 1, 0],
        [1, 0, 2],
      ],
      [],
    ],
  ] as const)("names the axiom %s and where it fails", (axiom, table, elements) => {
    const error = failure(table);
    expect(error).toBeInstanceOf(InputError);
    expect(error.axiom).toBe(axiom);
    expect(error.elements).toEqual(elements);
    expect(error.message).not.toContain("\n");
  });

  test("finds three elements that do not associate", () => {
    const { axiom, elements, message } = failure(loop);
    expect(axiom).toBe("associativity");
    const [a, b, c] = elements;
    expect(loop[loop[a][b]][c]).not.toBe(loop[a][loop[b][c]]);
    expect(message).toContain(`(${a}·${b})·${c} = ${loop[loop[a][b]][c]}`);
  });

  test("rejects every table of a group in which two products are exchanged", () => {
    const { order, table } = dihedral(4);
    const cell = fc.nat(order * order - 1);
    fc.assert(
      fc.property(cell, cell, (i, j) => {
        const exchanged = table.slice();
        [exchanged[i], exchanged[j]] = [table[j], table[i]];
        fc.pre(table[i] !== table[j]);
        expect(() => fromCayleyTable(exchanged)).toThrow(NotAGroupError);
      }),
    );
  });

  test("refuses an absurd order with the limit and the memory", () => {
    expect(() => cyclic(1e6)).toThrow(/2000000 MB.*8192/);
    expect(() => cyclic(2.5)).toThrow(InputError);
    expect(() => cyclic(0)).toThrow(InputError);
    expect(() => dihedral(Number.NaN)).toThrow(InputError);
  });
});
