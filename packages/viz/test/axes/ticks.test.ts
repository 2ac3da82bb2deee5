import { describe, expect, test } from "vitest";
import { linearTicks } from "../../src/axes/linear-ticks.ts";
import { logTicks } from "../../src/axes/log-ticks.ts";

describe("linear", () => {
  test.each([
    [0, 500, 5, [0, 100, 200, 300, 400, 500]],
    [0, 145, 5, [0, 50, 100]],
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0.05, 0.33, 3, [0.1, 0.2, 0.3]],
    [3, 3, 5, [3]],
    [0, 1_000_000, 5, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
  ])("from %d to %d, about %d", (low, high, wanted, ticks) =>
    expect(linearTicks(low, high, wanted)).toEqual(ticks),
  );

  test("steps are whole", () => expect(linearTicks(0, 2, 6, 1)).toEqual([0, 1, 2]));
});

describe("log", () => {
  test.each([
    [1, 500, 6, [1, 10, 100]],
    [1e-9, 1, 5, [1e-8, 1e-6, 1e-4, 1e-2, 1]],
    [0.3, 4, 6, [0.5, 1, 2]],
    [0.09, 12, 6, [0.1, 1, 10]],
    [20, 1000, 3, [100, 1000]],
    [2.1, 2.9, 5, [2.2, 2.4, 2.6, 2.8]],
  ])("from %d to %d, at most about %d", (low, high, wanted, ticks) => {
    const found = logTicks(low, high, wanted);
    expect(found).toHaveLength(ticks.length);
    for (const [i, tick] of ticks.entries()) expect(found[i]! / tick).toBeCloseTo(1, 12);
  });
});
