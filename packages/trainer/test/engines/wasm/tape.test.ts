import { type Dataset, dataset, split, type Task } from "@grokscape/group-datasets";
import { initialise, type ModelInput, type Tensors } from "@grokscape/models";
import {
  DivergedError,
  type Engine,
  type Problem,
  type RunConfigInput,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "../../toy-task.ts";

/** One network of each kind, all of a width. */
const networks = (width: number): readonly (readonly [name: string, model: ModelInput])[] => [
  ["deep", { width, hiddenLayers: 2, activation: "relu", bias: true }],
  ["gelu", { width, activation: "gelu" }],
  ["complex products", { width, weights: "complex", combine: "product", bias: true }],
  ["batch norm", { width, batchNorm: true, embedding: "trainable", activation: "silu" }],
  [
    "transformer",
    { kind: "transformer", layers: 2, width: 2 * width, heads: 2, mlpWidth: 3 * width },
  ],
  [
    "normed transformer",
    { kind: "transformer", width, heads: 1, mlpWidth: width + 1, layerNorm: "pre" },
  ],
];

function problemOf(
  task: Task,
  rows: number,
  model: ModelInput,
  changes: Partial<RunConfigInput> = {},
): Problem {
  const parts = split(task, { count: rows, seed: 2 });
  return {
    ...runConfig({ task: task.id, model, ...changes } as RunConfigInput),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

const open = (engine: Engine, problem: Problem) =>
  engine.open(problem, {
    step: 0,
    weights: initialise(problem.model, problem.shape, 3),
    optimiser: {},
  });

const one = wasmEngine({ threads: 1 });
const plainSgd = { kind: "sgd", learningRate: 1, momentum: 0, weightDecay: 0 } as const;

function expectNear(seen: Tensors, right: Tensors, bar: number): void {
  for (const [name, { data }] of Object.entries(right)) {
    const off = data.map((w, i) => w - seen[name].data[i]);
    expect(Math.hypot(...off), name).toBeLessThanOrEqual(bar * Math.hypot(...data));
  }
}

const sizes = [
  { width: 1, M: 2, rows: 1 },
  { width: 3, M: 5, rows: 7 },
  { width: 8, M: 8, rows: 48 },
  { width: 9, M: 11, rows: 49 },
  { width: 70, M: 13, rows: 101 },
].flatMap(({ width, M, rows }) =>
  networks(width)
    // over one example, what batch norm scales is 0
    .filter(([name]) => rows > 1 || name !== "batch norm")
    .map(([name, model]) => ({ name, width, M, rows, model })),
);

test.each(sizes)("$name, $width wide, $rows rows: the reference's step", async (size) => {
  const problem = problemOf(additionTask(size.M), size.rows, size.model, { optimiser: plainSgd });
  const [right, seen] = await Promise.all(
    [referenceEngine, one].map(async (engine) => {
      const session = await open(engine, problem);
      const before = session.measure().loss;
      session.update();
      const result = { before, held: session.evaluate(), weights: session.weights() };
      session.dispose();
      return result;
    }),
  );
  expect(Math.abs(seen.before / right.before - 1)).toBeLessThan(1e-5);
  expectNear(seen.weights, right.weights, 1e-5);
});

describe.each(networks(10))("%s", (_name, model) => {
  const task = additionTask(9);

  test("follows the reference through batches, the last of which is smaller", async () => {
    const changes = { batchSize: 16, optimiser: { kind: "adam", learningRate: 0.01 } } as const;
    const problem = problemOf(task, 40, model, changes);
    const [right, seen] = await Promise.all(
      [referenceEngine, one].map(async (engine) => {
        const session = await open(engine, problem);
        const losses: number[] = [];
        for (let step = 0; step < 7; step++) {
          losses.push(session.measure(step % 2 === 0 ? "all" : "batch").loss);
          session.update();
        }
        const weights = session.weights();
        session.dispose();
        return { losses, weights };
      }),
    );
    right.losses.forEach((loss, i) => {
      expect(Math.abs(seen.losses[i] / loss - 1), `step ${i}`).toBeLessThan(1e-4);
    });
    expectNear(seen.weights, right.weights, 1e-3);
  });

  test("evaluates more examples than it trains on, and those of a query", async () => {
    const large = additionTask(37);
    const problem = problemOf(large, 60, model);
    const query = dataset(
      large,
      Uint32Array.from({ length: 1369 }, (_, i) => 1368 - i),
    );
    const [right, seen] = await Promise.all(
      [referenceEngine, one].map(async (engine) => {
        const session = await open(engine, problem);
        const result = { held: session.evaluate(), predicted: session.predict(query) };
        session.dispose();
        return result;
      }),
    );
    expect(Math.abs(seen.held.loss / right.held.loss - 1)).toBeLessThan(1e-5);
    const unlike = right.predicted.filter((c, i) => c !== seen.predicted[i]);
    expect(unlike.length).toBeLessThanOrEqual(2); // logits that are equal but for rounding
  });

  test("goes on from a snapshot bit for bit, however often and on however many threads", async () => {
    const problem = problemOf(task, 50, model, { batchSize: 30, optimiser: { kind: "adamw" } });
    const unbroken = await open(one, problem);
    const walk = (session: typeof unbroken, steps: number) => {
      for (let step = 0; step < steps; step++) {
        session.measure("batch");
        session.update();
      }
      return session.snapshot();
    };
    const half = walk(unbroken, 4);
    const right = walk(unbroken, 5);
    unbroken.dispose();
    for (const threads of [1, 2, 3]) {
      const resumed = await wasmEngine({ threads }).open(problem, half);
      expect(walk(resumed, 5)).toEqual(right);
      resumed.dispose();
    }
  });

  test("says when it diverges", async () => {
    const optimiser = { ...plainSgd, learningRate: 1e30 };
    const session = await open(one, problemOf(task, 40, model, { optimiser }));
    expect(() => {
      for (let step = 0; step < 20; step++) {
        session.measure();
        session.update();
      }
    }).toThrow(DivergedError);
    session.dispose();
  });

  test("takes no number for small that is none, and the smallest for 0", async () => {
    const problem = problemOf(task, 40, model);
    const weights = initialise(problem.model, task, 3);
    const [name] = Object.keys(weights);
    const lossWith = async (value: number) => {
      const data = weights[name].data.with(0, value);
      const changed = { ...weights, [name]: { ...weights[name], data } };
      const session = await one.open(problem, { step: 0, weights: changed, optimiser: {} });
      const { loss } = session.measure();
      session.dispose();
      return loss;
    };
    expect(await lossWith(Number.NaN)).toBeNaN();
    expect(await lossWith(1e-13)).toBe(await lossWith(0));
  });
});

test("examples of three operands", async () => {
  const task: Task = {
    ...additionTask(3),
    operands: 3,
    size: 27,
    example: (index) => {
      const operands = [Math.floor(index / 9), Math.floor(index / 3) % 3, index % 3];
      return { operands, label: operands.reduce((a, b) => a + b) % 3 };
    },
  };
  const all: Dataset = dataset(
    task,
    Uint32Array.from({ length: 27 }, (_, i) => i),
  );
  for (const [, model] of networks(5)) {
    const problem = { ...problemOf(task, 20, model), test: all };
    const [right, seen] = await Promise.all(
      [referenceEngine, one].map(async (engine) => (await open(engine, problem)).evaluate().loss),
    );
    expect(Math.abs(seen / right - 1)).toBeLessThan(1e-5);
  }
});
