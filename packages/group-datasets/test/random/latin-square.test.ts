import { describe, expect, test } from "vitest";
import { randomStream } from "../../src/index.ts";
import { randomLatinSquare } from "../../src/random/latin-square.ts";

describe("randomLatinSquare", () => {
  test("gives each of the 12 squares of order 3 equally often", () => {
    const stream = randomStream(5, "task");
    const counts = new Map<string, number>();
    for (let i = 0; i < 2400; i++) {
      const square = randomLatinSquare(3, stream).join("");
      counts.set(square, (counts.get(square) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    // χ² of 11 degrees of freedom: below 46 but for one seed in 300,000
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chi).toBeLessThan(46);
  });

  test("gives each of the 576 squares of order 4 equally often", () => {
    const stream = randomStream(6, "task");
    const counts = new Map<string, number>();
    for (let i = 0; i < 28_800; i++) {
      const square = randomLatinSquare(4, stream).join("");
      counts.set(square, (counts.get(square) ?? 0) + 1);
    }
    expect(counts.size).toBe(576);
    // χ² of 575 degrees of freedom: 420 to 760 but for one seed in a million; stopping at the first
    // square after a number of moves gives several thousand
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 50) ** 2 / 50, 0);
    expect(chi).toBeGreaterThan(420);
    expect(chi).toBeLessThan(760);
  });

  test("has each symbol once in each line, also when it is large", () => {
    const n = 40;
    const square = randomLatinSquare(n, randomStream(1, "task"));
    for (let line = 0; line < n; line++) {
      expect(new Set(square.subarray(line * n, (line + 1) * n)).size).toBe(n);
      expect(new Set(square.filter((_, i) => i % n === line)).size).toBe(n);
    }
  });
});
