import { dataset, InputError } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import {
  type Problem,
  type RunConfigInput,
  referenceEngine,
  runConfig,
  train,
} from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test, vi } from "vitest";
import { inWords, leastMemory, mustFitMemory, withinMemory } from "../../src/engines/memory.ts";
import { additionTask } from "../toy-task.ts";

const task = additionTask(5);

function problemOf(changes: Partial<RunConfigInput> = {}): Problem {
  const config = runConfig({ task: task.id, model: { width: 8 }, ...changes });
  return { ...config, shape: task, train: dataset(task, [0, 1, 2]), test: dataset(task, [3]) };
}

const weights = 10 * 8 + 8 * 5;
const logits = 3 * 5;

describe("what a run takes at least", () => {
  test.each<[Partial<RunConfigInput>, number]>([
    [{}, 4 * weights],
    [{ optimiser: { kind: "sgd" } }, 2 * weights],
    [{ optimiser: { kind: "muon" } }, 3 * weights],
    [{ gradientFilters: [{ kind: "grokfast-ma", window: 7 }] }, 11 * weights],
    [{ gradientFilters: [{ kind: "grokfast-ema" }, { kind: "clip" }] }, 5 * weights],
  ])("%j", (changes, numbers) => {
    expect(leastMemory(problemOf(changes), 4)).toBe(4 * (numbers + 2 * logits));
    expect(leastMemory(problemOf(changes), 8)).toBe(8 * (numbers + 2 * logits));
  });

  test("is refused where there is less, with both amounts", () => {
    const least = leastMemory(problemOf(), 8);
    expect(() => mustFitMemory(problemOf(), 8, least)).not.toThrow();
    expect(() => mustFitMemory(problemOf(), 8, least - 1)).toThrow(InputError);
    expect(() => mustFitMemory(problemOf(), 8, 1000)).toThrow(
      "this run takes 4.08 kB of memory at least, and here are 1.00 kB; take a smaller width",
    );
  });
});

test("amounts are told in words", () => {
  expect([0, 999, 1000, 12_345_678, 4e15, 1e30].map(inWords)).toEqual([
    "0 bytes",
    "999 bytes",
    "1.00 kB",
    "12.3 MB",
    "4.00 PB",
    "1.00e+6 YB",
  ]);
});

const engines = [referenceEngine, wasmEngine({ threads: 1 })];

describe.each(engines)("$name", (engine) => {
  test.each<[string, Partial<RunConfigInput>]>([
    ["a window of 10¹² gradients", { gradientFilters: [{ kind: "grokfast-ma", window: 1e12 }] }],
    ["2²⁴ nodes, 16 layers", { model: { width: 2 ** 24, hiddenLayers: 16 } }],
    ["a transformer 2²⁰ wide", { model: { kind: "transformer", width: 2 ** 20 } }],
  ])("refuses %s before training", async (_what, changes) => {
    const config = runConfig({ task: task.id, ...changes });
    const first = train(config, { engine, task }).next();
    await expect(first).rejects.toThrow(InputError);
    await expect(first).rejects.toThrow(/takes [\d.]+ (TB|PB) of memory at least/);
  });
});

test("an allocation that is refused on opening is told as what the run takes", async () => {
  const problem = problemOf();
  const start = { step: 0, weights: initialise(problem.model, task, 1), optimiser: {} };
  const spy = vi.spyOn(Float64Array, "from").mockImplementation(() => {
    throw new RangeError("Array buffer allocation failed");
  });
  try {
    await expect(referenceEngine.open(problem, start)).rejects.toThrow(
      /takes 4.08 kB of memory at least, which was refused \(Array buffer allocation failed\)/,
    );
  } finally {
    spy.mockRestore();
  }
});

test("an error that has nothing to do with memory stays what it is", async () => {
  const fault = new RangeError("Maximum call stack size exceeded");
  const failing = withinMemory(problemOf(), 4, () => {
    throw fault;
  });
  await expect(failing).rejects.toBe(fault);
});
