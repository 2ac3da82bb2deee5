import { initialise, mlp, transformer } from "@grokscape/models";
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

  test("keeps the spread of complex weights: both parts on ±1/√(2·fan_in)", () => {
    const weights = initialise({ ...spec, width: 512, weights: "complex" }, shape, 3);
    expect(Object.keys(weights)).toEqual(["W", "V", "W.imaginary", "V.imaginary"]);
    for (const [name, { data }] of Object.entries(weights)) {
      const bound = 1 / Math.sqrt(2 * (name.startsWith("W") ? 46 : 512));
      const largest = Math.max(...Array.from(data, Math.abs));
      expect(largest).toBeLessThanOrEqual(Math.fround(bound));
      expect(largest).toBeGreaterThan(0.99 * bound);
    }
  });

  test("starts norms at 1 and 0, the biases of a layer like its weights", () => {
    const normed = initialise({ ...spec, batchNorm: true, bias: true, hiddenLayers: 1 }, shape, 1);
    expect(Object.keys(normed)).toEqual([
      "W",
      "H1",
      "V",
      "W.scale",
      "W.shift",
      "H1.scale",
      "H1.shift",
      "V.bias",
    ]);
    expect(normed["H1.scale"].data.every((value) => value === 1)).toBe(true);
    expect(normed["H1.shift"].data.every((value) => value === 0)).toBe(true);
    const biased = initialise({ ...spec, bias: true, topInit: 0 }, shape, 1);
    expect(Object.keys(biased)).toEqual(["W", "V", "W.bias", "V.bias"]);
    expect(biased["W.bias"].shape).toEqual([1, 64]);
    expect(Math.max(...biased["W.bias"].data)).toBeGreaterThan(0.9 / Math.sqrt(46));
    expect(Math.max(...biased["W.bias"].data)).toBeLessThan(1 / Math.sqrt(46));
    expect(biased["V.bias"].data.every((value) => value === 0)).toBe(true);
  });

  test("gives further tensors without changing those that are there anyway", () => {
    const plain = initialise(spec, shape, 1);
    const biased = initialise({ ...spec, bias: true, batchNorm: true }, shape, 1);
    expect(biased.W).toEqual(plain.W);
    expect(biased.V).toEqual(plain.V);
  });

  test("starts a transformer normal: mean, variance, tails and the deviations of its tensors", () => {
    const weights = initialise(transformer({ initScale: 2, topInit: 0.5 }), shape, 5);
    for (const [name, { data }] of Object.entries(weights)) {
      if (name.endsWith(".bias")) {
        expect(data.every((value) => value === 0)).toBe(true);
        continue;
      }
      const deviation = name === "W_U" ? 1 / Math.sqrt(24) : 2 / Math.sqrt(128);
      const standard = Array.from(data, (value) => value / deviation);
      const n = standard.length;
      const moment = (q: number) => standard.reduce((sum, value) => sum + value ** q, 0) / n;
      // within 5 standard errors of the normal's moments 0, 1, 0, 3
      expect(Math.abs(moment(1)), name).toBeLessThan(5 * Math.sqrt(1 / n));
      expect(Math.abs(moment(2) - 1), name).toBeLessThan(5 * Math.sqrt(2 / n));
      expect(Math.abs(moment(3)), name).toBeLessThan(5 * Math.sqrt(15 / n));
      expect(Math.abs(moment(4) - 3), name).toBeLessThan(5 * Math.sqrt(96 / n));
    }
  });

  test("depends on the seed, and on nothing else", () => {
    expect(initialise(spec, shape, 5)).toEqual(initialise(spec, shape, 5));
    expect(initialise(spec, shape, 5).W.data).not.toEqual(initialise(spec, shape, 6).W.data);
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])("refuses seed %s", (seed) => {
    expect(() => initialise(spec, shape, seed)).toThrow(`seed ${seed} is no whole number`);
  });
});
