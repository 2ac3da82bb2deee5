import { dataset, split } from "@grokscape/group-datasets";
import { initialise, type ModelInput, type Tensors } from "@grokscape/models";
import {
  type AnySession,
  type Engine,
  hashTensors,
  type Problem,
  type RunConfigInput,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
import { webgpuEngine } from "@grokscape/trainer/webgpu";
import { findCard } from "../../../src/engines/webgpu/card.ts";
import { additionTask } from "../../toy-task.ts";

const task = additionTask(11);
const parts = split(task, { count: 49, seed: 2 });

type Case = Omit<RunConfigInput, "task" | "model"> & { readonly model: ModelInput };

/** Few, since a software card compiles slowly; together they call every shader. */
export const cases: Readonly<Record<string, Case>> = {
  "plain, AdamW": { model: { width: 9 }, optimiser: { kind: "adamw", learningRate: 0.01 } },
  "a transformer, Muon and a clip": {
    model: { kind: "transformer", width: 10, heads: 2, mlpWidth: 11, layerNorm: "pre" },
    activation: "gelu",
    loss: "cross-entropy",
    optimiser: { kind: "muon", learningRate: 0.01 },
    gradientFilters: [{ kind: "clip", norm: 0.5 }],
    schedule: { kind: "cosine", warmUp: 2 },
  } as Case,
  "complex products in batches, filtered": {
    model: { width: 9, weights: "complex", combine: "product", bias: true },
    batchSize: 16,
    gradientFilters: [
      { kind: "grokfast-ema", alpha: 0.9, lambda: 2 },
      { kind: "grokfast-ma", window: 3, lambda: 1 },
    ],
  },
  "batch norm, orthogonal, clamped": {
    model: { width: 9, batchNorm: true, embedding: "trainable", activation: "silu" },
    loss: "stablemax",
    gradientFilters: [{ kind: "orthogonal" }],
    optimiser: { kind: "sgd", learningRate: 0.5, momentum: 0.9, nesterov: true },
    normClamp: 1,
    penalty: { l1: 1e-3, l2: 1e-2 },
  },
  "solved for by ridge, on the processor": { model: { width: 9 }, ridge: 0.1 },
};

function problemOf({ activation, ...changes }: Case & { readonly activation?: string }): Problem {
  const model = activation ? { ...changes.model, activation } : changes.model;
  return {
    ...runConfig({ task: task.id, steps: 100, ...changes, model } as RunConfigInput),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

interface Trained {
  readonly told: number[];
  readonly weights: Tensors;
  readonly predicted: Uint16Array;
}

async function trained(engine: Engine<AnySession>, problem: Problem): Promise<Trained> {
  const weights = initialise(problem.model, task, 3);
  const session = await engine.open(problem, { step: 0, weights, optimiser: {} });
  const told: number[] = [];
  for (let step = 0; step < 5; step++) {
    const all = step % 2 === 0;
    const seen = await session.measure(all ? "all" : "batch");
    if (all && seen) told.push(seen.loss, seen.accuracy, await session.featureGradientNorm());
    await session.update();
  }
  const held = await session.evaluate();
  told.push(held.loss, held.accuracy);
  const { weights: last, optimiser } = await session.snapshot();
  const result = {
    told,
    weights: { ...last, ...optimiser },
    predicted: await session.predict(dataset(task)), // in several parts, the last a short one
  };
  session.dispose();
  return result;
}

/** How far a card is from the reference after some steps, and whether it gives the same bytes again. */
export interface Distance {
  readonly name: string;
  /** Largest relative difference of a loss, an accuracy or the gradient's norm. */
  readonly told: number;
  /** Largest distance of a tensor of weights or of the optimiser's, relative to its norm. */
  readonly weights: number;
  readonly samePredictions: boolean;
  readonly sameBytes: boolean;
}

export async function distance(gpu: object, name: string): Promise<Distance> {
  const problem = problemOf(cases[name]);
  const right = await trained(referenceEngine, problem);
  const engine = webgpuEngine({ gpu });
  const [seen, again] = [await trained(engine, problem), await trained(engine, problem)];
  const norm = (values: Iterable<number>) => Math.hypot(...values);
  return {
    name,
    told: Math.max(
      ...right.told.map((value, i) => Math.abs(seen.told[i] - value) / (Math.abs(value) || 1)),
    ),
    weights: Math.max(
      ...Object.entries(right.weights).map(([key, { data }]) => {
        const off = data.map((value, i) => value - seen.weights[key].data[i]);
        return norm(off) / (norm(data) || 1);
      }),
    ),
    samePredictions: seen.predicted.join() === right.predicted.join(),
    sameBytes: hashTensors(seen.weights) === hashTensors(again.weights),
  };
}

/** What a session says once its card is lost, and how a run begun after that ends. */
export async function afterALoss(gpu: object): Promise<{ message: string; loss: number }> {
  const problem = problemOf(cases["plain, AdamW"]);
  const open = () =>
    webgpuEngine({ gpu }).open(problem, {
      step: 0,
      weights: initialise(problem.model, task, 3),
      optimiser: {},
    });
  const session = await open();
  (await findCard(gpu as GPU)).device.destroy();
  const message = await session.measure().then(
    () => "nothing",
    (error: Error) => error.message,
  );
  return { message, loss: (await (await open()).evaluate()).loss };
}
