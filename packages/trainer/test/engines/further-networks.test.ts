import { dataset, randomStream, split, type Task, uniformBelow } from "@grokscape/group-datasets";
import { initialise, type MlpSpec, type ModelInput, type Tensors } from "@grokscape/models";
import { type Engine, type Problem, referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

const pairs = additionTask(5);
/** (a + b + c) mod 3 */
const triples: Task = {
  ...additionTask(3),
  operands: 3,
  size: 27,
  example: (index) => {
    const operands = [Math.floor(index / 9), Math.floor(index / 3) % 3, index % 3];
    return { operands, label: operands.reduce((a, b) => a + b) % 3 };
  },
};

/** Every allowed combination of what a network may be made of, with an activation that suits it. */
const combinations = [0, 1].flatMap((hiddenLayers) =>
  (["sum", "product"] as const).flatMap((combine) =>
    (["one-hot", "shared", "trainable", "per-operand"] as const).flatMap((embedding) =>
      [false, true].flatMap((bias) =>
        (["plain", "batchNorm", "complex"] as const).map((kind) => ({
          hiddenLayers,
          combine,
          embedding,
          bias,
          ...(kind === "batchNorm" ? { batchNorm: true } : {}),
          ...(kind === "complex"
            ? { weights: "complex", activation: "mixed:1,0.5" }
            : { activation: "silu" }),
        })),
      ),
    ),
  ),
) as Partial<MlpSpec>[];

const perceptrons = [
  ...combinations,
  { hiddenLayers: 2, activation: "gelu" },
  { activation: "power:3", outputScale: 2, initScale: 1.5 },
  { activation: "quadratic", weights: "complex", hiddenLayers: 2, outputScale: 0.5 },
  { activation: "power:3", weights: "complex" },
  { activation: "linear", weights: "complex", combine: "product" },
] as Partial<MlpSpec>[];

const transformers = [1, 2].flatMap((layers) =>
  (["none", "pre", "post"] as const).flatMap((layerNorm) =>
    [false, true].map((bias) => ({ layers, layerNorm, bias })),
  ),
);

const sizes = { mlp: { width: 4 }, transformer: { width: 6, heads: 2, mlpWidth: 5 } };
const cases: readonly (readonly [name: string, task: Task, model: ModelInput])[] = [
  ...perceptrons.map((changes) => [pairs, { ...sizes.mlp, ...changes }] as const),
  ...perceptrons
    .filter(({ combine, hiddenLayers }) => combine === "product" && hiddenLayers === 0)
    .map((changes) => [triples, { ...sizes.mlp, ...changes }] as const),
  ...[pairs, triples].flatMap((task) =>
    transformers.map(
      (changes) =>
        [
          task,
          { kind: "transformer", activation: "gelu", ...sizes.transformer, ...changes },
        ] as const,
    ),
  ),
].map(([task, model]) => [`${task.operands} operands, ${JSON.stringify(model)}`, task, model]);

describe.each(cases)("%s", (_name, task, model) => {
  const parts = split(task, { fraction: 0.6, seed: 2 });
  const problem: Problem = {
    ...runConfig({ task: task.id, model }),
    shape: task,
    // one plain step of size 1 shows the gradient itself
    optimiser: { kind: "sgd", learningRate: 1, momentum: 0, nesterov: false, weightDecay: 0 },
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
  const weights = initialise(problem.model, task, 3);

  const open = (engine: Engine, from: Tensors) =>
    engine.open(problem, { step: 0, weights: from, optimiser: {} });

  async function oneStep(engine: Engine) {
    const session = await open(engine, weights);
    const before = session.evaluate().loss;
    session.measure();
    session.update();
    const after = session.snapshot().weights;
    session.dispose();
    return { before, after };
  }

  test("the reference gradient is the slope of its loss, in every tensor", async () => {
    const { after } = await oneStep(referenceEngine);
    const stream = randomStream(4, "noise");
    const h = 1e-5;
    for (const [name, { data }] of Object.entries(weights)) {
      // all entries move at once, each up or down: what is wrong in any of them shows
      const way = Array.from(data, () => (uniformBelow(stream, 2) === 0 ? 1 : -1));
      const lossAt = async (by: number) => {
        const moved = Float64Array.from(data, (w, i) => w + by * way[i]);
        const from = { ...weights, [name]: { ...weights[name], data: moved } };
        return (await open(referenceEngine, from)).measure().loss;
      };
      const slope = ((await lossAt(h)) - (await lossAt(-h))) / (2 * h);
      const step = way.reduce((sum, sign, i) => sum + sign * (data[i] - after[name].data[i]), 0);
      expect(step, name).toBeCloseTo(slope, 6);
    }
  });

  test.each([tfjsEngine(), wasmEngine({ threads: 1 })])(
    "$name makes the same step",
    async (engine) => {
      const right = await oneStep(referenceEngine);
      const seen = await oneStep(engine);
      expect(Math.abs(seen.before / right.before - 1), "test loss").toBeLessThan(1e-5);
      expect(Object.keys(seen.after)).toEqual(Object.keys(right.after));
      for (const [name, { data }] of Object.entries(right.after)) {
        const off = data.map((w, i) => w - seen.after[name].data[i]);
        expect(Math.hypot(...off) / Math.hypot(...data), name).toBeLessThan(1e-5);
      }
    },
  );
});
