import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import {
  type Engine,
  type Problem,
  type RunConfigInput,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "../../toy-task.ts";

const task = additionTask(11);
const parts = split(task, { fraction: 0.6, seed: 3 });

function problem(input: Omit<RunConfigInput, "task">): Problem {
  return {
    ...runConfig({
      task: task.id,
      steps: 20,
      ...input,
      model: { width: 70, ...input.model },
    }),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

const muon = { kind: "muon", learningRate: 0.01 } as const;

const recipes: Record<string, Omit<RunConfigInput, "task">> = {
  "sgd with Nesterov": { optimiser: { kind: "sgd", nesterov: true } },
  "sgd without momentum": { optimiser: { kind: "sgd", momentum: 0, learningRate: 0.5 } },
  muon: { optimiser: muon },
  "muon without Nesterov, decaying": {
    optimiser: { ...muon, nesterov: false, weightDecay: 0.1 },
  },
  "muon, fewer nodes than inputs": { optimiser: muon, model: { width: 13 } },
  "muon with exact polar factors": { optimiser: { ...muon, polar: "exact" } },
  "a cosine with warm-up": { schedule: { kind: "cosine", warmUp: 4 } },
  "steps of the rate, adamw": {
    optimiser: { kind: "adamw" },
    schedule: { kind: "step", every: 3, factor: 0.5, warmUp: 0 },
  },
  "mini-batches": { batchSize: 13 },
  "a batch larger than the data": { batchSize: 10_000 },
  "mini-batches of one": { batchSize: 1, optimiser: { kind: "sgd" } },
  "a label scale": { labelScale: 2.5 },
  "ridge, fewer nodes than examples": { ridge: 0.1, model: { width: 37 } },
  "ridge, fewer examples than nodes": { ridge: 0.01, model: { width: 97 } },
  "ridge with muon, β and a label scale": {
    ridge: 0.5,
    optimiser: muon,
    labelScale: 3,
    model: { width: 75, outputScale: 2 },
  },
  "one node, solved for": { ridge: 0.1, model: { width: 1 } },
  "one embedding, added": { model: { embedding: "shared" } },
  "one embedding, multiplied": {
    model: { embedding: "shared", combine: "product", activation: "linear" },
    optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 3, beta1: 0.6, beta2: 0.99 },
  },
  "one embedding, multiplied, clamped and penalised": {
    model: { embedding: "shared", combine: "product" },
    normClamp: 1,
    penalty: { l1: 1e-3, l2: 1e-2 },
  },
  "one embedding, multiplied, with muon and batches": {
    model: { embedding: "shared", combine: "product", activation: "silu", width: 7 },
    optimiser: muon,
    batchSize: 13,
  },
  "one embedding, multiplied, solved for": {
    model: { embedding: "shared", combine: "product", activation: "relu" },
    ridge: 0.1,
  },
  stablemax: { loss: "stablemax" },
  penalties: { penalty: { l1: 1e-3, l2: 1e-2 } },
  grokfast: { gradientFilters: [{ kind: "grokfast-ema", alpha: 0.9, lambda: 2 }] },
  "⊥Grad, clipped, clamped": {
    loss: "cross-entropy",
    gradientFilters: [{ kind: "orthogonal" }, { kind: "clip", norm: 0.1 }],
    normClamp: 1,
  },
  "ridge with grokfast": {
    ridge: 0.1,
    gradientFilters: [{ kind: "grokfast-ma", window: 3, lambda: 1 }],
    model: { outputScale: 2 },
  },
};

async function follow(engine: Engine, asked: Problem, steps: number) {
  const weights = initialise(asked.model, task, 5);
  const session = await engine.open(asked, { step: 0, weights, optimiser: {} });
  const rows: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const { loss, accuracy } = session.measure();
    rows.push(loss, accuracy, session.evaluate().loss, session.featureGradientNorm());
    if (step < steps) session.update();
  }
  const answers = session.predict(asked.test);
  const { weights: last, optimiser } = session.snapshot();
  session.dispose();
  return { rows, answers, weights: last, state: Object.keys(optimiser).toSorted() };
}

describe.each(Object.entries(recipes))("%s", (_name, recipe) => {
  const asked = problem(recipe);

  test("the kernels follow the reference within 1e-5", async () => {
    const right = await follow(referenceEngine, asked, 12);
    const seen = await follow(wasmEngine({ threads: 1 }), asked, 12);
    for (const [i, value] of right.rows.entries()) {
      expect(Math.abs(seen.rows[i] - value)).toBeLessThan(1e-5 * Math.max(1e-3, Math.abs(value)));
    }
    for (const [name, { data }] of Object.entries(right.weights)) {
      const norm = Math.hypot(...data);
      const off = data.map((w, i) => w - seen.weights[name].data[i]);
      expect(Math.hypot(...off) / norm, name).toBeLessThan(1e-4);
    }
    expect(seen.answers).toEqual(right.answers);
    expect(seen.state).toEqual(right.state);
  });

  test("three threads give the bits of one", async () => {
    const alone = await follow(wasmEngine({ threads: 1 }), asked, 4);
    expect(await follow(wasmEngine({ threads: 3 }), asked, 4)).toEqual(alone);
  });

  test("a run goes on bit for bit from a snapshot", async () => {
    const engine = wasmEngine({ threads: 1 });
    const weights = initialise(asked.model, task, 5);
    const whole = await engine.open(asked, { step: 0, weights, optimiser: {} });
    const advance = (session: typeof whole, steps: number) => {
      for (let i = 0; i < steps; i++) {
        session.measure("batch");
        session.update();
      }
    };
    advance(whole, 3);
    const later = await engine.open(asked, whole.snapshot());
    advance(whole, 4);
    advance(later, 4);
    expect(later.snapshot()).toEqual(whole.snapshot());
    whole.dispose();
    later.dispose();
  });
});

test("a ridge too small for the features is an error that says so", async () => {
  const asked = problem({ ridge: 1e-300, model: { width: 70, initScale: 1 } });
  const zero = initialise(asked.model, task, 5);
  zero.W.data.fill(0);
  const session = await wasmEngine({ threads: 1 }).open(
    { ...asked, ridge: 0 },
    { step: 0, weights: zero, optimiser: {} },
  );
  expect(() => session.measure()).toThrow(InputError);
  expect(() => session.measure()).toThrow(/ridge 0 is not positive definite \(pivot 0 is 0\)/);
});
