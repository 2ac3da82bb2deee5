import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import {
  type Engine,
  type Problem,
  type RunConfigInput,
  referenceEngine,
  runConfig,
  type Snapshot,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

const task = additionTask(5);
const parts = split(task, { fraction: 0.6, seed: 1 });

function problemOf(changes: Partial<RunConfigInput> = {}): Problem {
  return {
    ...runConfig({ task: task.id, model: { width: 8 }, ...changes }),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

const startOf = ({ model }: Problem): Snapshot => ({
  step: 0,
  weights: initialise(model, task, 1),
  optimiser: {},
});

const engines: Engine[] = [referenceEngine, tfjsEngine(), wasmEngine({ threads: 1 })];
const transformer = { kind: "transformer", width: 8, heads: 2, mlpWidth: 8 } as const;

async function refusal(engine: Engine, problem: Problem, start: Snapshot): Promise<string> {
  const error = await engine.open(problem, start).then(
    () => "opened",
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error.message;
}

async function later(engine: Engine, problem: Problem): Promise<Snapshot> {
  const session = await engine.open(problem, startOf(problem));
  session.measure();
  session.update();
  const snapshot = session.snapshot();
  session.dispose();
  return snapshot;
}

describe.each(engines)("$name refuses", (engine) => {
  const problem = problemOf();
  const { train, test: held } = problem;

  test.each<[string, Partial<Problem>, string]>([
    [
      "a label that is no class",
      { train: { ...train, labels: train.labels.with(2, 5) } },
      "labels must be whole numbers in [0, 5) (the classes), got 5 in place 2",
    ],
    [
      "a held-out label that is no class",
      { test: { ...held, labels: held.labels.with(0, 65535) } },
      "labels must be whole numbers in [0, 5) (the classes), got 65535 in place 0",
    ],
    [
      "a symbol outside of the vocabulary",
      { train: { ...train, operands: train.operands.with(7, 5) } },
      "operands must be whole numbers in [0, 5) (the vocabulary), got 5 in place 7",
    ],
    [
      "negative and fractional numbers",
      { train: { ...train, labels: Int16Array.from(train.labels).fill(-1, 3, 4) as never } },
      "labels must be whole numbers in [0, 5) (the classes), got -1 in place 3",
    ],
    [
      "a fraction of a symbol",
      { test: { ...held, operands: Float32Array.from(held.operands).fill(0.5, 4, 5) as never } },
      "operands must be whole numbers in [0, 5) (the vocabulary), got 0.5 in place 4",
    ],
    [
      "labels that are too few",
      { train: { ...train, labels: train.labels.subarray(1) } },
      "15 examples must have 15 labels and 30 operands, got 14 and 30",
    ],
    [
      "examples of another arity",
      { shape: { ...problem.shape, operands: 3, vocabulary: 5, classes: 5 } },
      "examples must have 3 operands each, got 2",
    ],
  ])("%s", async (_what, changes, message) => {
    const asked = { ...problem, ...changes };
    expect(await refusal(engine, asked, startOf(problem))).toBe(message);
  });

  test.each<[string, Partial<RunConfigInput>, string]>([
    [
      "another width",
      { model: { width: 4 } },
      "has W (10 × 8), where this network has W (10 × 4); go on with",
    ],
    [
      "another network",
      { model: { width: 8, hiddenLayers: 1 } },
      "has no H1, where this network has H1 (8 × 8)",
    ],
    ["another kind of network", { model: transformer }, "has no W_E, where"],
    [
      "another optimiser",
      { optimiser: { kind: "sgd" } },
      "has no momentum/W, where this recipe keeps momentum/W (10 × 8)",
    ],
    [
      "an optimiser that keeps less",
      { optimiser: { kind: "sgd", momentum: 0 } },
      "has adam.first/W (10 × 8), where this recipe keeps none",
    ],
    ["another filter", { gradientFilters: [{ kind: "grokfast-ema" }] }, "has no filter0.average/W"],
  ])("to go on with %s", async (_what, changes, words) => {
    expect(await refusal(engine, problemOf(changes), await later(engine, problem))).toContain(
      words,
    );
  });

  test.each<[string, (state: Snapshot) => Snapshot, string]>([
    [
      "a weight turned on its side",
      ({ weights: { W, V }, ...rest }) => ({
        ...rest,
        weights: { W: { ...W, shape: [8, 10] }, V },
      }),
      "has W (8 × 10), where this network has W (10 × 8)",
    ],
    [
      "a weight with too few numbers",
      ({ weights: { W, V }, ...rest }) => ({
        ...rest,
        weights: { W, V: { ...V, data: V.data.subarray(1) } },
      }),
      "has V (8 × 5, but 39 numbers), where this network has V (8 × 5)",
    ],
    [
      "a weight too many",
      ({ weights, ...rest }) => ({ ...rest, weights: { ...weights, H1: weights.W } }),
      "has H1 (10 × 8), where this network has none",
    ],
    [
      "a moment of another shape",
      ({ optimiser, ...rest }) => ({
        ...rest,
        optimiser: { ...optimiser, "adam.second/V": optimiser["adam.second/W"] },
      }),
      "has adam.second/V (10 × 8), where this recipe keeps adam.second/V (8 × 5)",
    ],
    [
      "no moments, after a step",
      (state) => ({ ...state, optimiser: {} }),
      "has no adam.first/W, where this recipe keeps adam.first/W (10 × 8)",
    ],
    ["a step below 0", (state) => ({ ...state, step: -1 }), "must have a step ≥ 0, got -1"],
  ])("a state with %s", async (_what, spoil, words) => {
    expect(await refusal(engine, problem, spoil(await later(engine, problem)))).toContain(words);
  });
});

test.each(["adam", "adamw", "sgd", "muon"] as const)(
  "what one engine keeps of %s, every engine goes on from",
  async (kind) => {
    const problem = problemOf({ optimiser: { kind }, ridge: kind === "muon" ? 0.1 : null });
    for (const from of engines) {
      const state = await later(from, problem);
      for (const to of engines) (await to.open(problem, state)).dispose();
    }
  },
);
