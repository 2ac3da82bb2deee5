import { dataset, split } from "@grokscape/group-datasets";
import { initialise, type Tensors } from "@grokscape/models";
import { type Engine, type Problem, referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

const task = additionTask(5);
const parts = split(task, { fraction: 0.6, seed: 2 });

describe.each([
  { combine: "product" },
  { hiddenLayers: 2, activation: "silu" },
  { embedding: "trainable", activation: "mixed:1,0.5" },
  { embedding: "trainable", combine: "product", hiddenLayers: 1, activation: "linear" },
  { activation: "power:3", outputScale: 2, initScale: 1.5 },
] as const)("%o", (changes) => {
  const problem: Problem = {
    ...runConfig({ task: task.id, model: { width: 7, ...changes } }),
    shape: task,
    // one plain step of size 1 shows the gradient itself
    optimiser: { kind: "sgd", learningRate: 1, momentum: 0, nesterov: false, weightDecay: 0 },
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
  const weights = initialise(problem.model, task, 3);

  const open = (engine: Engine, from: Tensors) =>
    engine.open(problem, { step: 0, weights: from, optimiser: {} });

  async function afterOneStep(engine: Engine) {
    const session = await open(engine, weights);
    session.measure();
    session.update();
    const after = session.snapshot().weights;
    session.dispose();
    return after;
  }

  test("the reference gradient is the slope of its loss, in every tensor", async () => {
    const after = await afterOneStep(referenceEngine);
    const lossAt = async (name: string, i: number, by: number) => {
      const data = Float64Array.from(weights[name].data);
      data[i] += by;
      const moved = { ...weights, [name]: { ...weights[name], data } };
      return (await open(referenceEngine, moved)).measure().loss;
    };
    const h = 1e-5;
    for (const [name, { data }] of Object.entries(weights)) {
      for (let i = 0; i < data.length; i += 4) {
        const slope = ((await lossAt(name, i, h)) - (await lossAt(name, i, -h))) / (2 * h);
        expect(data[i] - after[name].data[i], `${name}[${i}]`).toBeCloseTo(slope, 6);
      }
    }
  });

  test("tfjs makes the same step", async () => {
    const right = await afterOneStep(referenceEngine);
    const seen = await afterOneStep(tfjsEngine());
    expect(Object.keys(seen)).toEqual(Object.keys(right));
    for (const [name, { data }] of Object.entries(right)) {
      const off = data.map((w, i) => w - seen[name].data[i]);
      expect(Math.hypot(...off) / Math.hypot(...data), name).toBeLessThan(1e-5);
    }
  });
});
