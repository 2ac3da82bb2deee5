import { InputError } from "@grokscape/group-datasets";
import {
  checkModel,
  initialise,
  type ModelSpec,
  mlp,
  transformer,
  weightLayout,
} from "@grokscape/models";
import { buildReference } from "@grokscape/models/reference";
import { buildTfjs } from "@grokscape/models/tfjs";
import { describe, expect, test } from "vitest";
import { shape } from "./definitions.ts";

const contradictions: readonly (readonly [make: () => ModelSpec, words: string])[] = [
  [
    () => mlp({ width: 4, weights: "complex", batchNorm: true }),
    "batchNorm true contradicts weights complex: a complex z has no one variance to scale by; take real weights, or no batch norm",
  ],
  ...(["relu", "silu", "relu2", "gelu"] as const).map(
    (activation) =>
      [
        () => mlp({ width: 4, weights: "complex", activation }),
        `activation ${activation} contradicts weights complex: it is not defined for complex numbers; take quadratic, linear, power:<q>, mixed:<a>,<b>, or real weights`,
      ] as const,
  ),
  [
    () => transformer({ width: 10, heads: 4 }),
    "heads 4 contradicts width 10: every head has width/heads columns; take a width that is a multiple of heads",
  ],
];

test.each(contradictions)("%s is refused in one sentence", (make, words) => {
  expect(make).toThrow(InputError);
  expect(make).toThrow(words);
});

describe("a contradiction written by hand", () => {
  const spec: ModelSpec = { ...mlp({ width: 4 }), weights: "complex", batchNorm: true };

  test.each([
    ["checkModel", () => checkModel(spec)],
    ["weightLayout", () => weightLayout(spec, shape)],
    ["initialise", () => initialise(spec, shape, 1)],
    ["buildReference", () => buildReference(spec, shape)],
    ["buildTfjs", () => buildTfjs(spec, shape)],
  ])("is refused by %s", (_name, use) => {
    expect(use).toThrow(InputError);
  });
});

test("mlp is the paper's network, transformer that of Nanda et al.", () => {
  expect(mlp({ width: 256 })).toEqual({
    kind: "mlp",
    width: 256,
    activation: "quadratic",
    hiddenLayers: 0,
    weights: "real",
    bias: false,
    batchNorm: false,
    embedding: "one-hot",
    combine: "sum",
    outputScale: 1,
    initScale: 1,
    topInit: 1,
  });
  expect(transformer()).toEqual({
    kind: "transformer",
    layers: 1,
    width: 128,
    heads: 4,
    mlpWidth: 512,
    activation: "relu",
    layerNorm: "none",
    bias: true,
    outputScale: 1,
    initScale: 1,
    topInit: 1,
  });
});
