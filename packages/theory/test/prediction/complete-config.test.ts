import { InputError, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { type PredictableConfig, predict } from "../../src/index.ts";

const one = task("cyclic:31");

test("what is not given, or undefined, is the trainer's default", () => {
  const all: PredictableConfig = {
    split: { fraction: 0.4 },
    model: { kind: "mlp", width: 512, activation: "quadratic", outputScale: 1, topInit: 1 },
    loss: "mse",
    optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
    schedule: { kind: "constant", warmUp: 0 },
    batchSize: null,
    gradientFilters: [],
    ridge: null,
    normClamp: null,
    penalty: { l1: 0, l2: 0 },
    labelScale: 1,
  };
  const whole = predict(one, all);
  expect(predict(one, {})).toEqual(whole);
  expect(predict(one)).toEqual(whole);
  expect(predict(one, { split: { fraction: 0.4 } })).toEqual(whole);
  for (const [field, value] of Object.entries(all)) {
    expect(predict(one, { ...all, [field]: undefined }), field).toEqual(whole);
    if (typeof value !== "object" || value === null || field === "split") continue;
    for (const inner of Object.keys(value)) {
      const parted = { ...all, [field]: { ...value, [inner]: undefined } };
      expect(predict(one, parted), `${field}.${inner}`).toEqual(whole);
    }
  }
});

test.each([
  ["adamw", 1e-3, 0.1],
  ["sgd", 0.05, 1e-4],
  ["muon", 5e-3, 1e-3],
])("the defaults of %s are its own", (kind, learningRate, weightDecay) => {
  const { knobs } = predict(one, { optimiser: { kind } });
  expect(knobs.slice(0, 2).map(({ given }) => given)).toEqual([weightDecay, learningRate]);
});

test("a transformer's network is that of the trainer", () => {
  expect(predict(one, { model: { kind: "transformer" } })).toMatchObject({
    activation: "relu",
    caveats: ["transformer"],
  });
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
  const model = { ...{ kind: "mlp", width: 8, activation: "relu", outputScale: 2, topInit: 0.5 } };
  const traits = { hiddenLayers: 1, weights: "complex", bias: true, embedding: "trainable" };
  const config = {
    split: { count: 30, stratify: true },
    model: { ...model, ...traits, batchNorm: false, combine: "product" },
    loss: "mse",
    optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 1e-4 },
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
  [
    { optimiser: { kind: "lion" } },
    "config.optimiser.learningRate must be a number > 0, got undefined",
  ],
  [{ optimiser: { weightDecay: -1 } }, "Equation 4 needs a weight decay η ≥ 0; got -1"],
  [null, "config must be an object, got null"],
])("refuses %j, naming the field", (config, words) => {
  expect(() => predict(one, config as never)).toThrow(words);
});
