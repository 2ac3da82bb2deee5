import { InputError, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { predict } from "../../src/index.ts";
import { figure3 } from "./config.ts";

const one = task("cyclic:31");

test("a transformer says nothing of what only an mlp has", () => {
  const { hiddenLayers, weights, batchNorm, embedding, combine, ...shared } = figure3.model;
  const model = { ...shared, kind: "transformer", bias: true };
  const { caveats, outside } = predict(one, { ...figure3, model });
  expect(caveats).toEqual(["transformer"]);
  expect(outside).toEqual({ network: ["bias"], recipe: [], range: [] });
});

const strange: readonly unknown[] = [
  null,
  true,
  "",
  "__proto__",
  -1,
  -0,
  0.5,
  1e308,
  Number.NaN,
  Infinity,
  7n,
  Symbol("s"),
  [],
  [null],
  {},
  { toString: null },
  { length: 1e300 },
  Object.create(null),
  () => 1,
];

test("any value in any place of a config, and in its place, is used or refused", () => {
  const model = {
    ...{ kind: "mlp", width: 8, activation: "relu", outputScale: 2, initScale: 1, topInit: 0.5 },
  };
  const traits = { hiddenLayers: 1, weights: "complex", bias: true, embedding: "trainable" };
  const config = {
    split: { count: 30, stratify: true },
    model: { ...model, ...traits, batchNorm: false, combine: "product" },
    loss: "mse",
    optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 1e-4 },
    steps: 100,
    schedule: { kind: "cosine", warmUp: 1 },
    batchSize: 3,
    gradientFilters: [{ kind: "clip" }],
    ridge: 1,
    normClamp: 1,
    penalty: { l1: 1, l2: 1 },
    labelScale: 2,
  };
  const used = (use: () => unknown) => {
    try {
      use();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as Error).message).toMatch(/^[^\n]+$/);
    }
  };
  for (const value of strange as never[]) {
    used(() => predict(value, config));
    used(() => predict(one, value));
    for (const [field, part] of Object.entries(config)) {
      used(() => predict(one, { ...config, [field]: value }));
      if (typeof part !== "object") continue;
      for (const inner of Object.keys(part)) {
        used(() => predict(one, { ...config, [field]: { ...part, [inner]: value } }));
      }
    }
  }
});

test.each([
  [{ model: { width: 0 } }, "config.model.width must be a whole number ≥ 1, got 0"],
  [{ model: null }, "config.model must be an object, got null"],
  [{ split: undefined }, "a split is needed, got undefined"],
  [{ labelScale: undefined }, "config.labelScale must be a number > 0, got undefined"],
  [{ optimiser: { weightDecay: -1 } }, "Equation 4 needs a weight decay η ≥ 0; got -1"],
])("refuses %j, naming the field", (changes, words) => {
  const [[field, change]] = Object.entries(changes);
  const part = figure3[field as "model"];
  const config = { ...figure3, [field]: change && { ...part, ...change } };
  expect(() => predict(one, config as never)).toThrow(words);
});

test("refuses what is no config", () => {
  expect(() => predict(one, null as never)).toThrow("config must be an object, got null");
});
