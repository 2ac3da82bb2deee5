import { activationFunctions, activations } from "@grokscape/models";
import { describe, expect, test } from "vitest";

const definitions = {
  quadratic: (z: number) => z ** 2,
  relu: (z: number) => Math.max(z, 0),
  relu2: (z: number) => (z > 0 ? z ** 2 : 0),
  silu: (z: number) => z / (1 + Math.exp(-z)),
};

describe.each(activations)("%s", (activation) => {
  const { value, derivative } = activationFunctions(activation);

  test("is its definition", () => {
    for (let z = -6.05; z < 6; z += 0.1) {
      expect(value(z)).toBeCloseTo(definitions[activation](z), 13);
    }
  });

  test("has the derivative that central differences show", () => {
    const h = 1e-5;
    for (let z = -6.05; z < 6; z += 0.1) {
      expect(derivative(z)).toBeCloseTo((value(z + h) - value(z - h)) / (2 * h), 8);
    }
  });

  test("shows a NaN rather than hiding it", () => {
    expect(value(Number.NaN)).toBeNaN();
  });
});
