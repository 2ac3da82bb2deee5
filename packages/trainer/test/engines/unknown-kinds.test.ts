import { dataset, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import {
  type Engine,
  type Link,
  type Loss,
  mustTrain,
  type Problem,
  referenceEngine,
  runConfig,
} from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { webgpuEngine } from "@grokscape/trainer/webgpu";
import { describe, expect, test, vi } from "vitest";
import { emitter } from "../../src/engines/tape/emit.ts";
import { isFused, isTwoLayer } from "../../src/engines/wasm/recipe.ts";
import type { TapeKernels } from "../../src/engines/wasm/tape/kernels.ts";
import { additionTask } from "../toy-task.ts";

/*
 * What is added as the guide says, to the definitions alone: an optimiser "sign", a filter "halve", a
 * schedule "every-other", a loss "doubled" and an activation "cube". No kernel was told of them.
 */
vi.mock("../../src/optimiser/optimiser.ts", async (original) => {
  const known = await original<typeof import("../../src/optimiser/optimiser.ts")>();
  const sign: Link = {
    init: () => ({}),
    update(updates) {
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] = 2 ** -8 * Math.sign(data[i]);
      }
    },
  };
  const optimiser: typeof known.optimiser = (spec, layout) =>
    (spec.kind as string) === "sign" ? sign : known.optimiser(spec, layout);
  return { optimiser };
});
vi.mock("../../src/optimiser/filters.ts", async (original) => {
  const known = await original<typeof import("../../src/optimiser/filters.ts")>();
  const { scaleBy } = await import("../../src/optimiser/links.ts");
  const filter: typeof known.filter = (spec, place) =>
    (spec.kind as string) === "halve" ? scaleBy(0.5) : known.filter(spec, place);
  return { ...known, filter };
});
vi.mock("../../src/config/schedule.ts", async (original) => {
  const known = await original<typeof import("../../src/config/schedule.ts")>();
  const rateAt: typeof known.rateAt = (schedule, step, steps) =>
    (schedule.kind as string) === "every-other" ? step % 2 : known.rateAt(schedule, step, steps);
  return { rateAt };
});
vi.mock("../../src/loss/loss.ts", async (original) => {
  const known = await original<typeof import("../../src/loss/loss.ts")>();
  const doubled: Loss = (logits, labels, classes, gradient) => {
    const { loss, accuracy } = known.losses.mse(logits, labels, classes, gradient);
    for (let i = 0; gradient && i < gradient.length; i++) gradient[i] *= 2;
    return { loss: 2 * loss, accuracy };
  };
  return { ...known, losses: { ...known.losses, doubled } };
});
vi.mock("@grokscape/models", async (original) => {
  const known = await original<typeof import("@grokscape/models")>();
  const parseActivation: typeof known.parseActivation = (activation) =>
    activation === "cube"
      ? { kind: "cube" as "gelu", numbers: [] }
      : known.parseActivation(activation);
  return { ...known, parseActivation };
});

const task = additionTask(7);
const parts = split(task, { fraction: 0.5, seed: 2 });
const plain: Problem = {
  ...runConfig({ task: task.id, model: { width: 10 }, optimiser: { kind: "sgd" } }),
  shape: task,
  train: dataset(task, parts.train),
  test: dataset(task, parts.test),
};

const start = { step: 0, weights: initialise(plain.model, task, 3), optimiser: {} };

async function threeSteps(engine: Engine, problem: Problem) {
  const session = await engine.open(problem, start);
  const losses: number[] = [];
  for (let step = 0; step < 3; step++) {
    losses.push(session.measure().loss);
    session.update();
  }
  losses.push(session.evaluate().loss);
  const { W } = session.weights();
  session.dispose();
  return { losses, W: W.data };
}

const added: [string, object, fuses?: boolean][] = [
  ["optimiser", { optimiser: { kind: "sign", learningRate: 1, weightDecay: 0 } }],
  ["filter", { gradientFilters: [{ kind: "halve" }] }],
  ["schedule", { schedule: { kind: "every-other", warmUp: 0 } }],
  ["loss", { loss: "doubled" }],
];

describe.each(added)("an added %s", (what, changes) => {
  const problem = { ...plain, ...changes };

  test("is declined by the kernels of a whole step, unless it is none of theirs", () => {
    expect(isFused(plain)).toBe(true);
    expect(isFused(problem)).toBe(what === "schedule");
  });

  test.each([tfjsEngine(), wasmEngine({ threads: 1 })])(
    "is trained by the $name engine as the reference does",
    async (engine) => {
      const right = await threeSteps(referenceEngine, problem);
      const seen = await threeSteps(engine, problem);
      const other = await threeSteps(referenceEngine, plain);
      expect(right.losses).not.toEqual(other.losses);
      right.losses.forEach((loss, i) => {
        expect(Math.abs(seen.losses[i] / loss - 1)).toBeLessThan(1e-5);
      });
      right.W.forEach((w, i) => {
        expect(seen.W[i]).toBeCloseTo(w, 5);
      });
    },
  );
});

test("an added activation is declined by all sets of kernels", () => {
  const cube = { ...plain, model: { ...plain.model, activation: "cube" as "gelu" } };
  expect(isTwoLayer(cube)).toBe(false);
  for (const engine of [wasmEngine(), webgpuEngine()]) {
    expect(engine.lacks?.(cube)).toBe("activation cube");
  }
  expect(() => mustTrain(wasmEngine(), cube)).toThrow(
    "the wasm engine has no activation cube; use the reference engine",
  );
  const kernels = new Proxy({}, { get: () => ({ value: 1 }) }) as TapeKernels;
  expect(() => emitter(kernels).activate({} as never, {} as never, "cube" as "gelu")).toThrow(
    "the kernels know no activation cube",
  );
});

test.each<[string, Partial<Problem>]>([
  ["an added field of a network", { model: { ...plain.model, dropout: 0.5 } as never }],
  ["an added way to embed", { model: { ...plain.model, embedding: "hashed" } as never }],
  ["an added way to combine", { model: { ...plain.model, combine: "largest" } as never }],
  ["an added field of an optimiser", { optimiser: { ...plain.optimiser, dampening: 1 } as never }],
  [
    "an added polar factor",
    {
      optimiser: {
        ...runConfig({ task: "", optimiser: { kind: "muon" } }).optimiser,
        polar: "halley",
      } as never,
    },
  ],
  ["an added penalty", { penalty: { ...plain.penalty, spectral: 1 } as never }],
  [
    "a kind named like what every object has",
    { optimiser: { ...plain.optimiser, kind: "toString" } as never },
  ],
  ["a loss named like that", { loss: "constructor" as never }],
])("the kernels of a whole step decline %s", (_what, changes) => {
  expect(isFused({ ...plain, ...changes })).toBe(false);
});

describe.each([referenceEngine, tfjsEngine(), wasmEngine({ threads: 1 })])("$name", (engine) => {
  test.each<[string, object]>([
    ['unknown kind of optimiser "lion"', { optimiser: { kind: "lion" } }],
    ['unknown kind of gradient filter "blur"', { gradientFilters: [{ kind: "blur" }] }],
    ['unknown kind of schedule "linear"', { schedule: { kind: "linear", warmUp: 0 } }],
    ['unknown kind of loss "constructor"', { loss: "constructor" }],
    ["model.embedding must be one of", { model: { ...plain.model, embedding: "hashed" } }],
    ["model.combine must be one of", { model: { ...plain.model, combine: "largest" } }],
    ["model.activation must be one of", { model: { ...plain.model, activation: "tanh" } }],
  ])("refuses what has no definition: %s", async (words, changes) => {
    await expect(engine.open({ ...plain, ...changes } as Problem, start)).rejects.toThrow(words);
  });
});
