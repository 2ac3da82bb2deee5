import { initialise, mlp } from "@grokscape/models";
import { describe, expect, test } from "vitest";

const spec = mlp({ width: 64 });
const shape = { operands: 2, vocabulary: 23, classes: 23 };

describe("initialise", () => {
  test("gives W (operands·vocabulary × K) and V (K × classes)", () => {
    const { W, V } = initialise(spec, shape, 1);
    expect(W.shape).toEqual([46, 64]);
    expect(V.shape).toEqual([64, 23]);
    expect(W.data).toHaveLength(46 * 64);
    expect(V.data).toHaveLength(64 * 23);
  });

  test("is uniform on ±1/√fan_in: range, mean and variance", () => {
    const { W, V } = initialise({ ...spec, width: 2048 }, shape, 3);
    for (const [{ data }, fanIn] of [
      [W, 46],
      [V, 2048],
    ] as const) {
      const bound = 1 / Math.sqrt(fanIn);
      let sum = 0;
      let squares = 0;
      let largest = 0;
      for (const value of data) {
        sum += value;
        squares += value * value;
        largest = Math.max(largest, Math.abs(value));
      }
      expect(largest).toBeLessThanOrEqual(Math.fround(bound));
      expect(largest).toBeGreaterThan(0.999 * bound);
      const deviation = bound / Math.sqrt(3);
      expect(Math.abs(sum / data.length)).toBeLessThan((4 * deviation) / Math.sqrt(data.length));
      expect(squares / data.length / deviation ** 2).toBeCloseTo(1, 1);
    }
  });

  test("starts the top layer at zero where topInit is 0, and W as ever", () => {
    const zero = initialise({ ...spec, topInit: 0 }, shape, 1);
    expect(zero.V.data.every((v) => v === 0)).toBe(true);
    expect(zero.W.data).toEqual(initialise(spec, shape, 1).W.data);
  });

  test("depends on the seed, and on nothing else", () => {
    expect(initialise(spec, shape, 5)).toEqual(initialise(spec, shape, 5));
    expect(initialise(spec, shape, 5).W.data).not.toEqual(initialise(spec, shape, 6).W.data);
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])("refuses seed %s", (seed) => {
    expect(() => initialise(spec, shape, seed)).toThrow(`seed ${seed} is no whole number`);
  });
});
