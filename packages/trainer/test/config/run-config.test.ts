import { InputError } from "@grokscape/group-datasets";
import {
  type OptimiserSpec,
  type RunConfig,
  type RunConfigInput,
  runConfig,
} from "@grokscape/trainer";
import { describe, expect, expectTypeOf, test } from "vitest";

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

  test.each<Partial<RunConfigInput>>([
    {},
    {
      optimiser: { kind: "muon" },
      schedule: { kind: "multistep", at: [100, 200] },
      gradientFilters: [{ kind: "grokfast-ma" }, { kind: "orthogonal" }, { kind: "clip" }],
      penalty: { l1: 1e-4 },
      batchSize: 32,
      ridge: 0.5,
      normClamp: 2,
    },
  ])("is what JSON gives back: %j", (input) => {
    const config = runConfig({ task: "cyclic:7", ...input });
    expect(runConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  test("fills in what a kind of schedule, filter or penalty leaves open", () => {
    const config = runConfig({
      task: "cyclic:7",
      schedule: { kind: "step", every: 50 },
      gradientFilters: [{ kind: "grokfast-ema" }, { kind: "clip", norm: 2 }],
      penalty: { l2: 0.1 },
    });
    expect(config).toMatchObject({
      schedule: { kind: "step", every: 50, factor: 0.1, warmUp: 0 },
      gradientFilters: [
        { kind: "grokfast-ema", alpha: 0.98, lambda: 2 },
        { kind: "clip", norm: 2 },
      ],
      penalty: { l1: 0, l2: 0.1 },
      batchSize: null,
      ridge: null,
      normClamp: null,
      labelScale: 1,
    });
  });

  test.each<[Partial<RunConfigInput>, string]>([
    [{ ridge: 0.1, loss: "cross-entropy" }, "ridge 0.1 contradicts loss cross-entropy"],
    [{ ridge: 0.1, loss: "stablemax" }, "ridge 0.1 contradicts loss stablemax"],
    [{ ridge: 0.1, model: { bias: true } }, "ridge 0.1 contradicts model.bias true"],
    [{ labelScale: 2, loss: "cross-entropy" }, "labelScale 2 contradicts loss cross-entropy"],
    [
      { optimiser: { kind: "sgd", momentum: 0, nesterov: true } },
      "optimiser.nesterov true contradicts optimiser.momentum 0",
    ],
    [
      { model: { batchNorm: true, weights: "complex" } },
      "batchNorm true contradicts weights complex",
    ],
  ])("refuses what contradicts itself: %j", (wrong, message) => {
    const attempt = () => runConfig({ task: "cyclic:7", ...wrong });
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
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
    [{ split: { fraction: Number.NaN } }, "split.fraction must be a number, got NaN"],
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
    [
      { loss: "hinge" },
      'loss must be one of mse, cross-entropy, cross-entropy-float32, stablemax, got "hinge"',
    ],
    [{ colour: "red" }, "config does not know colour"],
    [
      { schedule: { kind: "linear" } },
      'schedule.kind must be one of constant, step, multistep, exponential, cosine, got "linear"',
    ],
    [{ schedule: { kind: "step" } }, "schedule.every must be a number, got undefined"],
    [{ schedule: { kind: "step", every: 0 } }, "schedule.every must be ≥ 1, got 0"],
    [{ schedule: { kind: "exponential", factor: 1.5 } }, "schedule.factor must be ≤ 1, got 1.5"],
    [{ schedule: { kind: "multistep", at: [5, 5] } }, "schedule.at must ascend, got [5,5]"],
    [{ schedule: { kind: "cosine", every: 3 } }, "schedule does not know every"],
    [{ schedule: { kind: "constant", warmUp: -1 } }, "schedule.warmUp must be ≥ 0, got -1"],
    [{ batchSize: 0 }, "batchSize must be ≥ 1, got 0"],
    [{ ridge: 0 }, "ridge must be > 0, got 0"],
    [{ normClamp: -1 }, "normClamp must be > 0, got -1"],
    [{ labelScale: 0 }, "labelScale must be > 0, got 0"],
    [{ penalty: { l1: -1 } }, "penalty.l1 must be ≥ 0, got -1"],
    [
      { gradientFilters: [{ kind: "blur" }] },
      'gradientFilters.0.kind must be one of grokfast-ema, grokfast-ma, orthogonal, clip, got "blur"',
    ],
    [{ gradientFilters: [{ kind: "clip", norm: 0 }] }, "gradientFilters.0.norm must be > 0, got 0"],
    [{ goal: { testAccuracy: null } }, "goal.testAccuracy must be a number, got null"],
    [
      { optimiser: { kind: "muon", polar: "newton" } },
      'optimiser.polar must be one of newton-schulz, exact, got "newton"',
    ],
  ])("refuses %j", (wrong, message) => {
    const attempt = () => runConfig({ task: "cyclic:7", ...wrong } as RunConfigInput);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
  });
});

test("the types of a config are those of the table's rows", () => {
  expectTypeOf<OptimiserSpec<"sgd">["nesterov"]>().toEqualTypeOf<boolean>();
  expectTypeOf<OptimiserSpec<"sgd">>().not.toHaveProperty("beta1");
  expectTypeOf<RunConfig["ridge"]>().toEqualTypeOf<number | null>();
  expectTypeOf<RunConfig["loss"]>().toEqualTypeOf<
    "mse" | "cross-entropy" | "cross-entropy-float32" | "stablemax"
  >();
  expectTypeOf({ kind: "step", every: 5 } as const).toExtend<RunConfigInput["schedule"]>();
  // @ts-expect-error: a step schedule must say every how many steps
  const untold: RunConfigInput["schedule"] = { kind: "step" };
  expect(untold).toBeDefined();
});
