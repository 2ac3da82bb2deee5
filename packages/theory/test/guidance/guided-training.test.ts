import { InputError, randomStream, uniform } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { describe, expect, test } from "vitest";

const shape = (M: number) => ({ operands: 2, vocabulary: M, classes: M });

describe("guidedTraining", () => {
  test("has a ridge of ten times the features' typical Gram eigenvalue", () => {
    const M = 11;
    const { model, ridge } = guidedTraining(shape(M), 100);
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

  test("holds the product of width, ridge and decay, whatever the data", () => {
    const products = [
      [31, 400],
      [31, 250],
      [97, 1800],
    ].map(([M, n]) => {
      const { ridge, optimiser } = guidedTraining(shape(M), n);
      const variance = 1 / (6 * M);
      return (ridge / (4 * variance * variance)) * optimiser.weightDecay;
    });
    for (const product of products) expect(product).toBeCloseTo(products[0], 9);
    expect(guidedTraining(shape(31), 250).model.width).toBeGreaterThan(
      guidedTraining(shape(31), 400).model.width,
    );
  });

  test("refuses what it says nothing about", () => {
    expect(() => guidedTraining({ operands: 2, vocabulary: 5, classes: 7 }, 10)).toThrow(
      InputError,
    );
    expect(() => guidedTraining(shape(7), 0)).toThrow(/examples must be ≥ 1, got 0/);
    expect(() => guidedTraining(shape(7), Number.NaN)).toThrow(InputError);
  });
});
