import { InputError } from "@grokscape/group-datasets";
import { type RunConfigInput, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

describe("runConfig", () => {
  test("fills in the paper's Figure 3 settings", () => {
    expect(runConfig({ task: "cyclic:71" })).toMatchObject({
      split: { fraction: 0.4 },
      model: { kind: "mlp", activation: "quadratic", outputScale: 1, topInit: 1 },
      loss: "mse",
      optimiser: { kind: "adam", learningRate: 1e-3, weightDecay: 2e-4 },
      seed: 1,
    });
  });

  test("keeps what is given, and each optimiser's own defaults", () => {
    const config = runConfig({
      task: "cyclic:7",
      split: { count: 20 },
      model: { width: 8 },
      optimiser: { kind: "sgd", learningRate: 0.1 },
      goal: null,
    });
    expect(config.split).toEqual({ count: 20 });
    expect(config.model.width).toBe(8);
    expect(config.optimiser).toEqual({
      kind: "sgd",
      learningRate: 0.1,
      momentum: 0.9,
      nesterov: false,
      weightDecay: 1e-4,
    });
    expect(config.goal).toBeNull();
  });

  test("is what JSON gives back", () => {
    const config = runConfig({ task: "cyclic:7" });
    expect(runConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ model: { width: 0 } }, "model.width must be ≥ 1, got 0"],
    [{ model: { width: 2.5 } }, "model.width must be a whole number, got 2.5"],
    [
      { model: { activation: "tanh" } },
      'model.activation must be one of quadratic, relu, silu, relu2, gelu, linear, power:<q>, mixed:<a>,<b>, got "tanh"',
    ],
    [{ split: { fraction: 1.5 } }, "split.fraction must be < 1, got 1.5"],
    [{ split: { fraction: 0 } }, "split.fraction must be > 0, got 0"],
    [{ split: { fraction: Number.NaN } }, "split.fraction must be a number, got null"],
    [
      { optimiser: { kind: "lion" } },
      'optimiser.kind must be one of adam, adamw, sgd, muon, got "lion"',
    ],
    [
      { optimiser: { kind: "adam", learningRate: -1 } },
      "optimiser.learningRate must be > 0, got -1",
    ],
    [{ optimiser: { kind: "adam", momentum: 0.9 } }, "optimiser does not know momentum"],
    [{ steps: 0 }, "steps must be ≥ 1, got 0"],
    [{ seed: -1 }, "seed must be ≥ 0, got -1"],
    [{ loss: "hinge" }, 'loss must be one of mse, cross-entropy, stablemax, got "hinge"'],
    [{ colour: "red" }, "config does not know colour"],
  ])("refuses %j", (wrong, message) => {
    const attempt = () => runConfig({ task: "cyclic:7", ...wrong } as RunConfigInput);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
  });
});
