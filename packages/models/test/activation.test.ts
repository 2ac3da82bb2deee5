import { InputError } from "@grokscape/group-datasets";
import { activationFunctions, parseActivation } from "@grokscape/models";
import { describe, expect, test } from "vitest";
import { activations } from "./activations.ts";

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

const names = "one of quadratic, relu, silu, relu2, gelu, linear, power:<q>, mixed:<a>,<b>";
const powers = "power:<q> with a whole number q from 2 to 64";
const mixtures = "mixed:<a>,<b> with a number a and a number b";

test.each([
  ["tanh", names, '"tanh"'],
  ["relu:2", names, '"relu:2"'],
  ["constructor", names, '"constructor"'],
  ["", names, '""'],
  [null, names, "null"],
  [undefined, names, "undefined"],
  [-0, names, "-0"],
  [["relu"], names, "an array"],
  [{ toString: null }, names, "an object"],
  [Symbol("relu"), names, "Symbol(relu)"],
  ["power", powers, '"power"'],
  ["power:", powers, '"power:"'],
  ["power:1", powers, '"power:1"'],
  ["power:2.5", powers, '"power:2.5"'],
  ["power:65", powers, '"power:65"'],
  ["power:1000000000", powers, '"power:1000000000"'],
  ["power:Infinity", powers, '"power:Infinity"'],
  ["mixed:1", mixtures, '"mixed:1"'],
  ["mixed:1,x", mixtures, '"mixed:1,x"'],
  ["mixed:1, ", mixtures, '"mixed:1, "'],
  ["mixed:1,Infinity", mixtures, '"mixed:1,Infinity"'],
] as const)("%s is no activation", (text, right, got) => {
  const parse = () => parseActivation(text as string);
  expect(parse).toThrow(InputError);
  expect(parse).toThrow(`activation must be ${right}, got ${got}`);
});

test.each([
  ["power:2e0", "power:2"],
  ["power:02", "power:2"],
  ["power:+2", "power:2"],
  ["power: 2", "power:2"],
  ["power:0x10", "power:16"],
  ["mixed:1.0,0.50", "mixed:1,0.5"],
  ["mixed:.5,-0", "mixed:0.5,0"],
])("an activation has one spelling: %s is refused for %s", (other, canonical) => {
  expect(() => parseActivation(other)).toThrow(`activation must be written ${canonical}, got`);
  expect(parseActivation(canonical).numbers.join()).toBe(canonical.split(":")[1]);
});
