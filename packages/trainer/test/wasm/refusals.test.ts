import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise, mlp } from "@grokscape/models";
import { type Problem, runConfig } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { additionTask } from "../toy-task.ts";

const task = additionTask(5);
const parts = split(task, { fraction: 0.6, seed: 1 });
const problem: Problem = {
  ...runConfig({ task: task.id, model: { width: 8 } }),
  shape: task,
  train: dataset(task, parts.train),
  test: dataset(task, parts.test),
};

const open = async (changes: Partial<Problem>, threads = 1) => {
  const asked = { ...problem, ...changes };
  const weights = initialise(asked.model, task, 1);
  return wasmEngine({ threads }).open(asked, { step: 0, weights, optimiser: {} });
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the wasm engine refuses", () => {
  test.each([
    mlp({ width: 8, hiddenLayers: 1 }),
    mlp({ width: 8, embedding: "trainable" }),
    mlp({ width: 8, combine: "product" }),
  ])("%o, and names an engine that knows it", async (model) => {
    await expect(open({ model })).rejects.toThrow(InputError);
    await expect(open({ model })).rejects.toThrow("use the tfjs engine");
  });

  test("symbols and labels that the task does not have", async () => {
    const operands = problem.train.operands.with(3, 5);
    const labels = problem.train.labels.with(2, 9);
    await expect(open({ train: { ...problem.train, operands } })).rejects.toThrow(
      "operands must be < 5 (the vocabulary), got 5",
    );
    await expect(open({ train: { ...problem.train, labels } })).rejects.toThrow(
      "labels must be < 5 (the classes), got 9",
    );
  });

  test.each([0, 1.5, Number.NaN])("%s threads", (threads) => {
    expect(() => wasmEngine({ threads })).toThrow(`threads must be a whole number ≥ 1`);
  });

  test("a machine without SIMD, in one sentence", async () => {
    vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
    vi.spyOn(WebAssembly, "compile").mockRejectedValue(new WebAssembly.CompileError("simd"));
    await expect(open({})).rejects.toThrow(InputError);
    await expect(open({})).rejects.toThrow(/SIMD/);
  });

  test("memory that the machine does not give, saying how much was asked for", async () => {
    vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
      throw new RangeError("out of memory");
    });
    await expect(open({})).rejects.toThrow(InputError);
    await expect(open({})).rejects.toThrow(/MB|MiB/);
  });
});
