import { activationFunctions, activations, parseActivation } from "@grokscape/models";
import { describe, expect, test } from "vitest";

const definitions: Readonly<Record<string, (z: number) => number>> = {
  quadratic: (z: number) => z ** 2,
  relu: (z: number) => Math.max(z, 0),
  relu2: (z: number) => (z > 0 ? z ** 2 : 0),
  silu: (z: number) => z / (1 + Math.exp(-z)),
  gelu: (z: number) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
  linear: (z: number) => z,
  "power:2": (z: number) => z ** 2,
  "mixed:1.5,-0.25": (z: number) => 1.5 * z - z ** 2 / 4,
};
const all = [...activations, "power:2", "mixed:1.5,-0.25"] as const;

describe.each(all)("%s", (activation) => {
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

test.each(["tanh", "power", "power:", "power:1", "power:2.5", "mixed:1", "mixed:1,x", "relu:2"])(
  "%s is no activation",
  (text) => {
    expect(() => parseActivation(text)).toThrow(`unknown activation "${text}"`);
  },
);
