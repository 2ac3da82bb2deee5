import { describe, expect, test } from "vitest";
import {
  areIsomorphic,
  cyclic,
  dihedral,
  directProduct,
  randomStream,
  task,
} from "../../src/index.ts";
import { randomLatinSquare } from "../../src/random/latin-square.ts";
import { isotopicGroup } from "../../src/task/group-behind.ts";

describe("the theory of a task", () => {
  test.each([
    ["division:dihedral:6", dihedral(6)],
    ["expression:15,x+y", cyclic(15)],
    ["expression:15,2x-4y+3", cyclic(15)],
    ["expression:15,x^5*0+x+y", cyclic(15)],
    ["power:add-mod-97", cyclic(97)],
    ["power:subtract-mod-97", cyclic(97)],
  ])("of %s names its group", (id, group) => {
    const { group: found } = task(id).theory?.() ?? {};
    expect(found && areIsomorphic(found, group)).toBe(true);
  });

  test.each([
    "expression:15,3x+y",
    "expression:7,x*y",
    "expression:7,x^2+x*y+y^2",
    "expression:7,x+y+z",
    "power:divide-mod-97",
    "modular-division:2",
    "modular-division:13",
    "power:x3+xy-mod-97",
    "latin-square:5",
    "latin-square:16,2",
    "random-table:9",
  ])("of %s names none", (id) => {
    expect(task(id).theory?.()).toMatchObject({ group: null });
  });

  test("of no random Latin square names one, where one square in nine is a group's", () => {
    for (let seed = 0; seed < 60; seed++) {
      expect(task(`latin-square:5,${seed}`).theory?.()).toMatchObject({ group: null });
    }
  });

  test("is left to the group where a task has one", () => {
    expect(task("dihedral:5").theory).toBeUndefined();
  });

  test("is gone with wrong labels", () => {
    const noisy = task("noise:0.5:division:cyclic:7");
    expect(noisy.theory).toBeUndefined();
    expect(task("corrupted:0.5:cyclic:7").group).toBeUndefined();
  });
});

describe("isotopicGroup", () => {
  test("finds a group under other names for rows, columns and symbols", () => {
    const group = directProduct(cyclic(2), dihedral(3));
    const n = group.order;
    const shifted = (k: number) => (a: number) => (a * 5 + k) % n;
    const [rows, columns, symbols] = [shifted(1), shifted(4), shifted(7)];
    const table = new Uint16Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) table[rows(a) * n + columns(b)] = symbols(group.multiply(a, b));
    }
    expect(areIsomorphic(isotopicGroup(table, n)!, group)).toBe(true);
  });

  test("agrees with the quadrangle criterion", () => {
    for (let seed = 0; seed < 200; seed++) {
      const n = 2 + (seed % 5);
      const table = randomLatinSquare(n, randomStream(seed, "task"));
      expect(isotopicGroup(table, n) !== undefined).toBe(isQuadrangular(table, n));
    }
  });

  test("refuses tables that are no Latin squares", () => {
    expect(isotopicGroup(Uint16Array.of(0, 1, 0, 1), 2)).toBeUndefined();
    expect(isotopicGroup(Uint16Array.of(0, 0, 1, 1), 2)).toBeUndefined();
    expect(isotopicGroup(new Uint16Array(9), 3)).toBeUndefined();
  });
});

/** A Latin square is a group's under other names if and only if three corners of a quadrangle decide the fourth. */
function isQuadrangular(table: Uint16Array, n: number): boolean {
  const fourth = new Map<string, number>();
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let c = 0; c < n; c++) {
        for (let d = 0; d < n; d++) {
          const key = [table[a * n + c], table[a * n + d], table[b * n + c]].join();
          const corner = table[b * n + d];
          if ((fourth.get(key) ?? corner) !== corner) return false;
          fourth.set(key, corner);
        }
      }
    }
  }
  return true;
}
