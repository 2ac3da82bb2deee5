import { dataset, split } from "@grokscape/group-datasets";
import { initialise, type MlpSpec } from "@grokscape/models";
import {
  type Engine,
  type LossName,
  type Problem,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

const task = additionTask(7);
const parts = split(task, { fraction: 0.5, seed: 4 });

function problem(overrides: Partial<MlpSpec>, loss: LossName): Problem {
  const recipe = runConfig({
    task: task.id,
    model: { width: 12, outputScale: 2, ...overrides },
    loss,
  });
  return {
    ...recipe,
    shape: task,
    // one plain gradient step of size 1, so that an update shows the gradient itself
    optimiser: { kind: "sgd", learningRate: 1, momentum: 0, nesterov: false, weightDecay: 0 },
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

const start = (of: Problem) => ({ step: 0, weights: initialise(of.model, task, 8), optimiser: {} });
const all = [
  "quadratic",
  "relu",
  "silu",
  "relu2",
  "gelu",
  "linear",
  "power:3",
  "mixed:0.7,-0.4",
] as const;
const cases = all.flatMap((activation) =>
  (["mse", "cross-entropy"] as const).map((loss) => ({ activation, loss })),
);

describe.each(cases)("$activation with $loss", ({ activation, loss }) => {
  const asked = problem({ activation }, loss);

  test("the reference gradient is the slope of its loss", async () => {
    const lossAt = async (weights: ReturnType<typeof start>["weights"]) => {
      const session = await referenceEngine.open(asked, { ...start(asked), weights });
      return session.measure().loss;
    };
    const { weights } = start(asked);
    const session = await referenceEngine.open(asked, start(asked));
    session.measure();
    session.update();
    const after = session.snapshot().weights;
    for (const name of ["W", "V"]) {
      for (const i of [0, 5, 17, 40, 83]) {
        const h = 1e-5;
        const exact = Float64Array.from(weights[name].data);
        const moved = (by: number) => ({
          ...weights,
          [name]: { ...weights[name], data: exact.with(i, exact[i] + by) },
        });
        const slope = ((await lossAt(moved(h))) - (await lossAt(moved(-h)))) / (2 * h);
        expect(exact[i] - after[name].data[i], `${name}[${i}]`).toBeCloseTo(slope, 6);
      }
    }
  });

  const engines = [
    tfjsEngine(),
    ...[1, 2].map((threads) => wasmEngine({ threads })),
    wasmEngine({ fast: true }),
  ];

  test.each(engines)("$name makes the reference's step within 1e-5", async (other) => {
    const step = async (engine: Engine) => {
      const session = await engine.open(asked, start(asked));
      const measures = session.measure();
      session.update();
      const result = {
        loss: measures.loss,
        weights: session.snapshot().weights,
        predicted: session.predict(dataset(task, Uint32Array.of(0, 1, 2, 30, 48))),
      };
      session.dispose();
      return result;
    };
    const [right, seen] = [await step(referenceEngine), await step(other)];
    expect(Math.abs(seen.loss - right.loss) / right.loss).toBeLessThan(1e-5);
    for (const name of ["W", "V"]) {
      const norm = Math.hypot(...right.weights[name].data);
      const off = right.weights[name].data.map((w, i) => w - seen.weights[name].data[i]);
      expect(Math.hypot(...off) / norm, name).toBeLessThan(1e-5);
    }
    expect(seen.predicted).toEqual(right.predicted);
  });
});

test.each([referenceEngine, tfjsEngine(), wasmEngine({ threads: 1 }), wasmEngine({ fast: true })])(
  "$name answers with the first of equally large logits",
  async (engine) => {
    const classes = 13;
    const small = additionTask(classes);
    const train = dataset(small, Uint32Array.of(5, 60, 168));
    const asked: Problem = { ...problem({}, "mse"), shape: small, train, test: train };
    const { W, V } = initialise(asked.model, small, 8);
    for (const [first, other] of [
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 12],
      [6, 9],
    ] as const) {
      const data = V.data.map((_, i) => Number(i % classes === first || i % classes === other));
      const weights = { W, V: { ...V, data } };
      const session = await engine.open(asked, { step: 0, weights, optimiser: {} });
      expect([...session.predict(train)]).toEqual([first, first, first]);
      const right = train.labels.filter((label) => label === first).length;
      expect(session.measure().accuracy).toBe(right / 3);
      session.dispose();
    }
  },
);

test.each([
  { width: 1, M: 2, fraction: 0.5 },
  { width: 1, M: 7, fraction: 0.03 },
  { width: 3, M: 2, fraction: 0.75 },
  { width: 33, M: 13, fraction: 0.9 },
  { width: 129, M: 9, fraction: 0.02 },
])("K = $width, M = $M, fraction $fraction: all engines agree", async ({ width, M, fraction }) => {
  const small = additionTask(M);
  const shown = split(small, { fraction, seed: 1 });
  const asked: Problem = {
    ...problem({ width }, "mse"),
    shape: small,
    train: dataset(small, shown.train),
    test: dataset(small, shown.test),
  };
  const losses: number[] = [];
  for (const engine of [referenceEngine, tfjsEngine(), wasmEngine({ threads: 1 })]) {
    const session = await engine.open(asked, {
      step: 0,
      weights: initialise(asked.model, small, 1),
      optimiser: {},
    });
    losses.push(session.measure().loss, session.evaluate().loss);
    session.dispose();
  }
  for (const i of [2, 3, 4, 5]) expect(losses[i]).toBeCloseTo(losses[i % 2], 5);
});
