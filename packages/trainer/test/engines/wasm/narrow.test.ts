import { dataset, split } from "@grokscape/group-datasets";
import { initialise, type MlpSpec } from "@grokscape/models";
import { type Problem, referenceEngine, runConfig, type Snapshot } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { fusedSession } from "../../../src/engines/wasm/fused-session.ts";
import { narrowSession } from "../../../src/engines/wasm/narrow-session.ts";
import { prepare } from "../../../src/engines/wasm/prepare.ts";
import { isNarrow } from "../../../src/engines/wasm/recipe.ts";
import { gramGradient } from "../../../src/engines/wasm/tape/gram.ts";
import { additionTask } from "../../toy-task.ts";

const task = additionTask(23);
const parts = split(task, { fraction: 0.5, seed: 3 });
const problem = {
  ...runConfig({
    task: task.id,
    model: { width: 11, activation: "linear", combine: "product", embedding: "shared" },
    labelScale: 1.5,
    optimiser: { kind: "adamw", learningRate: 0.05, weightDecay: 4, beta1: 0.6, beta2: 0.9 },
  }),
  shape: task,
  train: dataset(task, parts.train),
  test: dataset(task, parts.test),
} as Problem & { model: MlpSpec };
const start: Snapshot = { step: 0, weights: initialise(problem.model, task, 1), optimiser: {} };

async function open(from = start, threads = 1) {
  const fused = fusedSession(problem as never, from, await prepare(problem, threads, false));
  return narrowSession(problem, from, fused, await gramGradient(problem, threads, false));
}

test("Gram matrices lead where logits do", async () => {
  const right = await referenceEngine.open(problem, start);
  const session = await open();
  for (let step = 0; step < 30; step++) {
    const [all, expected] = [step % 2 === 0 ? "all" : "batch", right.measure()] as const;
    const { loss, accuracy } = session.measure(all);
    expect(loss).toBeCloseTo(expected.loss, 4);
    expect(accuracy).toBe(all === "all" ? expected.accuracy : Number.NaN);
    expect(session.featureGradientNorm()).toBeCloseTo(right.featureGradientNorm(), 4);
    session.update();
    right.update();
  }
  expect(session.evaluate().loss).toBeCloseTo(right.evaluate().loss, 4);
  for (const [name, { data }] of Object.entries(session.weights())) {
    const { data: expected } = right.weights()[name];
    for (const [i, value] of data.entries()) expect(value).toBeCloseTo(expected[i], 3);
  }
  session.dispose();
});

test("the same bytes, whoever shares the work, however often it is looked at, and if it goes on", async () => {
  const one = await open();
  for (let step = 0; step < 8; step++) {
    one.measure();
    one.evaluate();
    one.update();
  }
  let two = await open(start, 2);
  for (let step = 0; step < 8; step++) {
    if (step === 5) {
      const state = two.snapshot();
      two.dispose();
      two = await open(state, 2);
    }
    two.measure("batch");
    two.update();
  }
  expect(two.snapshot()).toEqual(one.snapshot());
  expect(two.predict(problem.test)).toEqual(one.predict(problem.test));
  one.dispose();
  two.dispose();
});

test("a network is narrow where its answers are many and the squared error is of all examples", () => {
  const large = {
    ...problem,
    model: { ...problem.model, width: 200 },
    shape: { operands: 2, vocabulary: 499, classes: 499 },
    train: { ...problem.train, count: 20_000 },
  } as Problem & { model: MlpSpec };
  const narrow = (changes: object) => isNarrow({ ...large, ...changes } as never);
  expect(narrow({})).toBe(true);
  expect(narrow({ batchSize: 20_000 })).toBe(true);
  for (const changes of [
    { batchSize: 10 },
    { loss: "cross-entropy" },
    { ridge: 0.1 },
    { model: { ...large.model, width: 250 } },
    { model: { ...large.model, outputScale: 2 } },
    { train: problem.train },
  ]) {
    expect(narrow(changes)).toBe(false);
  }
});
