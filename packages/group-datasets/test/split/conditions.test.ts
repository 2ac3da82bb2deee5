import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  InputError,
  type Split,
  type SplitSpec,
  split,
  type Task,
  task,
  trainCount,
} from "../../src/index.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const fractions = fc.double({ min: 0.05, max: 0.95, noNaN: true });

const label = (made: Task, index: number): number => made.example(index).label;

function expectPartition(made: Task, { train, test }: Split): void {
  expect(Uint32Array.of(...train, ...test).sort()).toEqual(
    Uint32Array.from({ length: made.size }, (_, i) => i),
  );
}

describe("stratify", () => {
  test.each(["cyclic:11", "dihedral:5", "expression:13,x^2+y^2", "cosets:5:dihedral:5"])(
    "shows the same share of every class of %s, to within one example",
    (id) => {
      const made = task(id);
      fc.assert(
        fc.property(seeds, fractions, (seed, fraction) => {
          const parts = split(made, { fraction, seed, stratify: true });
          expectPartition(made, parts);
          expect(parts.train.length).toBe(trainCount(made, { fraction }));
          const [all, shown] = [new Map<number, number>(), new Map<number, number>()];
          for (let i = 0; i < made.size; i++) {
            all.set(label(made, i), (all.get(label(made, i)) ?? 0) + 1);
          }
          for (const i of parts.train)
            shown.set(label(made, i), (shown.get(label(made, i)) ?? 0) + 1);
          const remainders = { down: [0], up: [1] };
          for (const [c, total] of all) {
            const exact = (parts.train.length * total) / made.size;
            const difference = (shown.get(c) ?? 0) - exact;
            expect(Math.abs(difference)).toBeLessThan(1);
            if (difference > 0) remainders.up.push(1 - difference);
            else remainders.down.push(-difference);
          }
          // those that were rounded up had the largest remainders
          expect(Math.max(...remainders.down)).toBeLessThan(Math.min(...remainders.up) + 1e-9);
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe("first", () => {
  const made = task("two-operations:cyclic:7~division:cyclic:7");
  const ofFirst = ({ train }: Split) => train.filter((index) => index < 49).length;

  test("has an amount of its own, and the amount is that of the second operation", () => {
    fc.assert(
      fc.property(seeds, fractions, (seed, first) => {
        const parts = split(made, { first, count: 9, seed });
        expectPartition(made, parts);
        expect(ofFirst(parts)).toBe(trainCount(task("cyclic:7"), { fraction: first }));
        expect(parts.train.length).toBe(ofFirst(parts) + 9);
        // which of the second are shown does not depend on it, and more are shown of the same
        const all = split(made, { first: 1, count: 20, seed });
        expect(ofFirst(all)).toBe(49);
        expect([...all.train]).toEqual(expect.arrayContaining([...parts.train]));
      }),
      { numRuns: 20 },
    );
    expect(trainCount(made, { first: 1, fraction: 0.5 })).toBe(49 + 24);
    expect(trainCount(made, { first: 1, criticalMultiple: 2 })).toBe(49 + 27); // 2·7·ln 7 = 27.2
  });

  test.each<[SplitSpec, Task, string]>([
    [{ first: 1, count: 49 }, made, "count 49 shows 98 of 98 examples"],
    [{ first: 1, count: 0 }, made, "at least one must be shown"],
    [{ first: 0, count: 9 }, made, "first 0 lies outside (0, 1]"],
    [{ first: 1, count: 9 }, task("cyclic:7"), "cyclic:7 is not of two operations"],
    [{ first: 1, holdOut: { symbols: [1] } }, made, "says nothing of the second operation"],
    [{ first: 1, count: 9, stratify: true }, made, "`first` and `stratify` are both given"],
    [{ first: 1, count: 9, holdOut: { symbols: [1] } }, made, "49 examples of two-operations"],
  ])("%o is refused", (spec, table, message) => {
    expect(() => split(table, { ...spec, seed: 1 })).toThrow(message);
  });
});

describe("keepTransposesTogether", () => {
  test.each(["cyclic:11", "dihedral:5", "fold:3:cyclic:5", "power:divide-mod-97"])(
    "leaves no transpose of a shown example of %s in the test set",
    (id) => {
      const made = task(id);
      const key = (index: number) => [...made.example(index).operands].sort((a, b) => a - b).join();
      fc.assert(
        fc.property(seeds, fractions, (seed, fraction) => {
          const parts = split(made, { fraction, seed, keepTransposesTogether: true });
          expectPartition(made, parts);
          const shown = new Set(Array.from(parts.train, key));
          expect(parts.test.some((index) => shown.has(key(index)))).toBe(false);
          const missing = trainCount(made, { fraction }) - parts.train.length;
          expect(missing).toBeGreaterThanOrEqual(0);
          expect(missing).toBeLessThanOrEqual(made.operands === 2 ? 1 : 5);
        }),
        { numRuns: 8 },
      );
    },
  );

  test("is refused where there are too many tuples of symbols to keep count of", () => {
    const made = { ...task("cosets:1,6:symmetric:4"), vocabulary: 2 ** 14 };
    const together = { count: 3, seed: 1, keepTransposesTogether: true };
    expect(() => split(made, together)).toThrow("16384^2 tuples of symbols, too many to keep");
  });

  test("goes with stratify where transposes have one label, and is refused where not", () => {
    const both = { fraction: 0.5, seed: 1, stratify: true, keepTransposesTogether: true };
    const made = task("cyclic:11");
    const { train } = split(made, both);
    const pair = (index: number) => [Math.floor(index / 11), index % 11];
    for (const index of train) {
      const [a, b] = pair(index);
      expect(train.includes(b * 11 + a)).toBe(true);
    }
    expect(() => split(task("dihedral:5"), both)).toThrow(InputError);
    expect(() => split(task("dihedral:5"), both)).toThrow(
      "transposes of dihedral:5 have different",
    );
  });
});

describe("holdOut", () => {
  const made = task("dihedral:5");
  const shows = (index: number, symbol: number, place?: number) =>
    made.example(index).operands.some((a, i) => a === symbol && (place ?? i) === i);

  test("never shows its symbols, in any place or in one", () => {
    for (const [place, left] of [
      [undefined, 64],
      [0, 80],
      [1, 80],
    ] as const) {
      const holdOut = { symbols: [3, 7], ...(place === undefined ? {} : { operand: place }) };
      const everything = split(made, { seed: 2, holdOut });
      expectPartition(made, everything);
      expect(everything.train.length).toBe(left);
      expect(trainCount(made, { holdOut })).toBe(left);
      expect(everything.test.every((i) => shows(i, 3, place) || shows(i, 7, place))).toBe(true);
      const some = split(made, { seed: 2, count: 30, holdOut });
      expect(some.train.length).toBe(30);
      expect(some.train.some((i) => shows(i, 3, place) || shows(i, 7, place))).toBe(false);
    }
  });

  test("holds transposes out together too", () => {
    const holdOut = { symbols: [4], operand: 0 };
    const parts = split(made, { seed: 1, count: 40, holdOut, keepTransposesTogether: true });
    expect(parts.train.some((i) => shows(i, 4))).toBe(false);
  });

  test("shows all it may, transposes together, when no amount is given", () => {
    const holdOut = { symbols: [4], operand: 0 };
    const spec = { holdOut, keepTransposesTogether: true };
    expect(trainCount(made, spec)).toBe(81);
    expect(split(made, { seed: 1, ...spec }).train.length).toBe(81);
  });

  test.each([
    [{ symbols: [10] }, "no symbol 10"],
    [{ symbols: [0.5] }, "no symbol 0.5"],
    [{ symbols: [Number.POSITIVE_INFINITY, true] as number[] }, "no symbol Infinity"],
    [{ symbols: [1, true] as number[] }, "no symbol true"],
    [{ symbols: new Array<number>(3) }, "no symbol undefined"],
    [{ symbols: [1], operand: { toString: null } as never }, "no operand an object"],
    [{ symbols: [1], operand: 2 }, "no operand 2"],
    [{ symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }, "holdOut shows 0 of 100 examples"],
    [{ symbols: [] }, "holdOut shows 100 of 100 examples"],
  ])("refuses %o", (holdOut, message) => {
    expect(() => split(made, { seed: 1, holdOut })).toThrow(InputError);
    expect(() => split(made, { seed: 1, holdOut })).toThrow(message);
  });

  test("refuses to show more than it leaves", () => {
    const spec = { seed: 1, count: 70, holdOut: { symbols: [3, 7] } };
    expect(() => split(made, spec)).toThrow(
      "70 examples of dihedral:5 are to be shown, but 64 may be",
    );
  });
});

describe("examples", () => {
  const made = task("cyclic:5");

  test("are shown as they are named, whatever the seed", () => {
    const parts = split(made, { examples: [0, 7, 24], seed: 3 });
    expect([...parts.train]).toEqual([0, 7, 24]);
    expectPartition(made, parts);
    expect(split(made, { examples: [0, 7, 24], seed: 9 })).toEqual(parts);
    expect(trainCount(made, { examples: [0, 7, 24] })).toBe(3);
  });

  test.each([
    [{ examples: [] }, "this list of examples shows 0 of 25 examples"],
    [{ examples: [...Array(25).keys()] }, "shows 25 of 25 examples"],
    [{ examples: [25] }, "cyclic:5 has no example 25; its examples are 0 … 24"],
    [{ examples: [1.5] }, "cyclic:5 has no example 1.5"],
    [{ examples: [3, 3] }, "examples must ascend, got 3 after 3"],
    [{ examples: "0,1" as never }, 'examples must be an array of indices, got "0,1"'],
    [{ examples: [1], count: 1 }, "got count and examples"],
    [{ examples: [1], stratify: true }, "examples and stratify both say which"],
    [{ examples: [1], holdOut: { symbols: [1] } }, "examples and holdOut both say which"],
  ])("%j is refused", (spec, says) => {
    expect(() => split(made, { ...spec, seed: 1 })).toThrow(says);
  });
});
