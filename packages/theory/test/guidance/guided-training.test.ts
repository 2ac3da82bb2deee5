import { InputError, randomStream, uniform } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { describe, expect, test } from "vitest";

const shape = (M: number) => ({ operands: 2, vocabulary: M, classes: M });

describe("guidedTraining", () => {
  test("has a ridge of ten times the features' typical Gram eigenvalue", () => {
    const M = 11;
    const { model, ridge } = guidedTraining(shape(M), 110);
    const stream = randomStream(1, "monte-carlo");
    const bound = 1 / Math.sqrt(2 * M);
    const W = Array.from({ length: 2 * M }, () =>
      Array.from({ length: model.width }, () => (2 * uniform(stream) - 1) * bound),
    );
    // what is left of FFᵀ when the means of rows and columns have been taken out
    const features = Array.from({ length: M * M }, (_, i) => {
      const [a, b] = [Math.floor(i / M), i % M];
      return Array.from({ length: model.width }, (_, j) => (W[a][j] + W[M + b][j]) ** 2);
    });
    let trace = 0;
    for (let j = 0; j < model.width; j++) {
      const column = features.map((row) => row[j]);
      const mean = (pick: (i: number) => boolean) => {
        const chosen = column.filter((_, i) => pick(i));
        return chosen.reduce((sum, f) => sum + f, 0) / chosen.length;
      };
      const all = mean(() => true);
      const rows = Array.from({ length: M }, (_, a) => mean((i) => Math.floor(i / M) === a));
      const columns = Array.from({ length: M }, (_, b) => mean((i) => i % M === b));
      column.forEach((f, i) => {
        const left = f - rows[Math.floor(i / M)] - columns[i % M] + all;
        trace += left * left;
      });
    }
    const typical = trace / (M - 1) ** 2;
    expect(ridge / typical).toBeGreaterThan(9);
    expect(ridge / typical).toBeLessThan(11);
  });

  const settingsAt = (M: number, multiple: number) => {
    const { model, ridge, optimiser } = guidedTraining(shape(M), multiple * M * Math.log(M));
    const variance = 1 / (6 * M);
    const units = ridge / (4 * model.width * variance ** 2);
    return {
      ridge: units,
      step: optimiser.learningRate / Math.sqrt(3 * variance),
      decay: optimiser.weightDecay * model.width * units,
      width: model.width,
    };
  };

  test.each([31, 59, 97])("goes from gentle to bold between its two ends, Z_%i", (M) => {
    const [scarcest, scarce, between, plenty, all] = [1.5, 2.7, 3.374, 4.01, 9].map((multiple) =>
      settingsAt(M, multiple),
    );
    const near = (value: number, expected: number) =>
      expect(Math.abs(value / expected - 1)).toBeLessThan(0.1);
    for (const { ridge, step, decay } of [scarcest, scarce]) {
      near(ridge, 100);
      near(step, 0.05);
      near(decay, 20);
    }
    for (const { ridge, step, decay } of [plenty, all]) {
      near(ridge, 10);
      near(step, 0.3);
      near(decay, 10);
    }
    near(between.ridge, Math.sqrt(100 * 10));
    near(between.step, Math.sqrt(0.05 * 0.3));
    near(between.decay, Math.sqrt(20 * 10));
  });

  test("has more nodes than examples where these are scarce, else some for every symbol", () => {
    for (const M of [31, 59, 97]) {
      expect(settingsAt(M, 2.7).width).toBeGreaterThan(3 * 2.7 * M * Math.log(M));
      expect(settingsAt(M, 9).width).toBe(M === 31 ? 512 : 1024);
    }
  });

  test("says each number with two digits, which no machine's logarithm can change", () => {
    const { ridge, optimiser } = guidedTraining(shape(71), 1210);
    for (const value of [ridge, optimiser.learningRate, optimiser.weightDecay]) {
      expect(value).toBe(Number(value.toPrecision(2)));
    }
  });

  test("refuses what it says nothing about", () => {
    expect(() => guidedTraining({ operands: 2, vocabulary: 5, classes: 7 }, 10)).toThrow(
      /2 operands, 5 symbols and 7 answers/,
    );
    expect(() => guidedTraining({ operands: 3, vocabulary: 7, classes: 7 }, 10)).toThrow(
      InputError,
    );
    expect(() => guidedTraining(shape(7), 0)).toThrow(/examples must be ≥ 1, got 0/);
    expect(() => guidedTraining(shape(7), Number.NaN)).toThrow(InputError);
  });
});
