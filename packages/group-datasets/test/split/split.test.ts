import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dataset,
  InputError,
  purposes,
  randomStream,
  shuffle,
  split,
  type Task,
  task,
  trainCount,
} from "../../src/index.ts";
import { naturalLog } from "../../src/numerics/natural-log.ts";
import { shareOf } from "../../src/task/share-of.ts";
import { checkHeld } from "../../src/task/task.ts";

const indices = (size: number) => Uint32Array.from({ length: size }, (_, i) => i);

describe("split", () => {
  test("shares out every example, by any seed and fraction", () => {
    const known = task("cyclic:11");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (seed, fraction) => {
          const { train, test } = split(known, { fraction, seed });
          expect(train.length).toBe(shareOf(fraction, known.size));
          expect(Uint32Array.of(...train, ...test).sort()).toEqual(indices(known.size));
          expect(train).toEqual(train.slice().sort());
        },
      ),
    );
  });

  test("is the same on every machine", () => {
    // from xoroshiro128+ and a Fisher–Yates shuffle written apart in Python
    const few = split(task("cyclic:5"), { count: 8, seed: 3 });
    expect([...few.train]).toEqual([0, 1, 2, 4, 5, 13, 15, 21]);
    const fewer = split(task("cyclic:7"), { count: 5, seed: 2 ** 32 - 1 });
    expect([...fewer.train]).toEqual([7, 24, 31, 36, 44]);
  });

  test("draws from the stream for splits, which no other purpose has", () => {
    const { train } = split(task("cyclic:7"), { count: 20, seed: 5 });
    const firstBy = purposes.filter((purpose) => {
      const order = indices(49);
      shuffle(order, randomStream(5, purpose));
      return order.slice(0, 20).sort().join() === train.join();
    });
    expect(firstBy).toEqual(["split"]);
    const draws = purposes.flatMap((purpose) => {
      const stream = randomStream(5, purpose);
      return Array.from({ length: 1000 }, () => `${stream.next()} ${stream.next()}`);
    });
    expect(new Set(draws).size).toBe(draws.length);
  });

  test("counts multiples of M ln M", () => {
    expect(trainCount(task("cyclic:71"), { criticalMultiple: 3 })).toBe(907); // 3·71·ln 71 = 907.9
    expect(trainCount(task("cosets:5:dihedral:5"), { criticalMultiple: 3 })).toBe(24); // M = 5 classes
    expect(trainCount(task("cyclic:71"), { fraction: 0.4 })).toBe(2016);
  });

  test.each([
    [{ fraction: 0 }, "fraction 0 lies outside (0, 1)"],
    [{ fraction: 1.5 }, "outside (0, 1)"],
    [{ fraction: Number.NaN }, "outside (0, 1)"],
    [{ fraction: 0.001 }, "shows 0 of 49"],
    [{ count: 49 }, "shows 49 of 49"],
    [{ count: 2.5 }, "no whole number"],
    [{ criticalMultiple: 99 }, "of 49 examples"],
    [{ count: Number.POSITIVE_INFINITY }, "no whole number"],
    [{ criticalMultiple: Number.POSITIVE_INFINITY }, "shows Infinity of 49"],
    [{}, "one of fraction, count, criticalMultiple, examples, got none"],
    [{ count: 3, fraction: 0.5 }, "got fraction and count"],
  ])("refuses %o", (spec, message) => {
    expect(() => split(task("cyclic:7"), { ...spec, seed: 0 })).toThrow(InputError);
    expect(() => split(task("cyclic:7"), { ...spec, seed: 0 })).toThrow(message);
  });

  test("refuses a seed that is no whole number", () => {
    expect(() => split(task("cyclic:7"), { count: 3, seed: -1 })).toThrow(InputError);
  });
});

describe("a task too large to split", () => {
  test.each([
    "parity:26,3,0",
    "parity:24,1,0",
    "fold:13:cyclic:4",
    "word:abcdefghijklm:cyclic:4",
    "expression:4,a+b+c+d+e+f+g+h+i+j+k+l+m",
  ])("%s is refused before the work, with what it would take", (id) => {
    const made = task(id);
    for (const amount of [{ count: 1000 }, { fraction: 0.5 }, { criticalMultiple: 50 }]) {
      for (const how of [{}, { stratify: true }, { keepTransposesTogether: true }]) {
        expect(() => split(made, { ...amount, ...how, seed: 1 })).toThrow(InputError);
      }
    }
    expect(() => split(made, { count: 1000, seed: 1 })).toThrow(
      `${made.size} examples of ${id} are ${made.size * (made.operands + 1)} numbers, which take `,
    );
    expect(() => dataset(made, { length: made.size })).toThrow("at once");
    expect(() => split(made, { holdOut: { symbols: [1] }, seed: 1 })).toThrow("at once");
    expect(() => task(`noise:0.1:${id}`)).toThrow("at once");
    expect(trainCount(made, { count: 1000 })).toBe(1000);
  });
});

test("as many numbers may be held as the largest group's table has", () => {
  const sized = (operands: number, size: number): Task => ({ ...task("cyclic:2"), operands, size });
  expect(() => checkHeld(sized(2, 2 ** 26))).not.toThrow();
  expect(() => checkHeld(sized(23, 2 ** 23))).not.toThrow();
  expect(() => checkHeld(sized(3, 2 ** 26))).toThrow(InputError);
  expect(() => checkHeld(sized(24, 2 ** 23))).toThrow(InputError);
  expect(() => checkHeld(sized(23, 2 ** 23), 2 ** 23 + 1)).toThrow(InputError);
});

test("naturalLog is the logarithm to the last bits", () => {
  for (let n = 1; n < 9000; n++) {
    expect(Math.abs(naturalLog(n) - Math.log(n))).toBeLessThanOrEqual(Math.log(n) * 4e-16);
  }
});
