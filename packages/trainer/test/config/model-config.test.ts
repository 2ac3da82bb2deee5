import { InputError } from "@grokscape/group-datasets";
import { mlp, transformer } from "@grokscape/models";
import { type RunConfigInput, runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";

const configure = (model: unknown) =>
  runConfig({ task: "cyclic:5", model } as unknown as RunConfigInput);

test("a config's model is an mlp of width 512 unless it says otherwise", () => {
  expect(configure({}).model).toEqual(mlp({ width: 512 }));
  expect(configure({ kind: "mlp", bias: true }).model).toEqual(mlp({ width: 512, bias: true }));
  expect(configure({ kind: "transformer", layers: 2 }).model).toEqual(transformer({ layers: 2 }));
});

test("a complete config is its own input", () => {
  for (const model of [mlp({ width: 3, weights: "complex" }), transformer({ heads: 8 })]) {
    const config = configure(model);
    expect(runConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  }
});

test.each([
  [{ weights: "complex", batchNorm: true }, "batchNorm true contradicts weights complex"],
  [{ weights: "complex", activation: "silu" }, "activation silu contradicts weights complex"],
  [{ weights: "complex", activation: "tanh" }, "model.activation must be one of quadratic"],
  [{ kind: "transformer", width: 30, heads: 4 }, "heads 4 contradicts width 30"],
  [{ weights: "quaternion" }, 'model.weights must be one of real, complex, got "quaternion"'],
  [{ bias: 1 }, "model.bias must be a boolean, got 1"],
  [{ batchNorm: "yes" }, 'model.batchNorm must be a boolean, got "yes"'],
  [
    { embedding: "learnt" },
    'model.embedding must be one of one-hot, shared, trainable, per-operand, got "learnt"',
  ],
  [{ layers: 2 }, "model does not know layers"],
  [{ kind: "transformer", hiddenLayers: 2 }, "model does not know hiddenLayers"],
  [{ kind: "transformer", layers: 0 }, "model.layers must be ≥ 1, got 0"],
  [{ kind: "transformer", heads: 0 }, "model.heads must be ≥ 1, got 0"],
  [{ kind: "transformer", width: "wide" }, 'model.width must be a number, got "wide"'],
  [
    { kind: "transformer", layerNorm: true },
    "model.layerNorm must be one of none, pre, post, got true",
  ],
  [{ kind: "cnn" }, 'model.kind must be one of mlp, transformer, got "cnn"'],
])("refuses the model %j", (model, words) => {
  expect(() => configure(model)).toThrow(InputError);
  expect(() => configure(model)).toThrow(words);
});
