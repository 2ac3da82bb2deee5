import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError, split, task, trainCount } from "../../src/index.ts";
import { naturalLog } from "../../src/numerics/natural-log.ts";

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
          expect(train.length).toBe(Math.floor(fraction * known.size));
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

  test("counts multiples of M ln M", () => {
    expect(trainCount(task("cyclic:71"), { criticalMultiple: 3 })).toBe(907); // 3·71·ln 71 = 907.9
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
    [{}, "one of fraction, count, criticalMultiple, got none"],
    [{ count: 3, fraction: 0.5 }, "got fraction and count"],
  ])("refuses %o", (spec, message) => {
    expect(() => split(task("cyclic:7"), { ...spec, seed: 0 })).toThrow(InputError);
    expect(() => split(task("cyclic:7"), { ...spec, seed: 0 })).toThrow(message);
  });

  test("refuses a seed that is no whole number", () => {
    expect(() => split(task("cyclic:7"), { count: 3, seed: -1 })).toThrow(InputError);
  });
});

test("naturalLog is the logarithm to the last bits", () => {
  for (let n = 1; n < 9000; n++) {
    expect(Math.abs(naturalLog(n) - Math.log(n))).toBeLessThanOrEqual(Math.log(n) * 4e-16);
  }
});
