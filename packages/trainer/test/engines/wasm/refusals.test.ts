import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise, mlp, transformer } from "@grokscape/models";
import { type Problem, runConfig } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { additionTask } from "../../toy-task.ts";

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

const networks = [mlp({ width: 8 }), transformer({ width: 8, heads: 2, mlpWidth: 8 })];

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the wasm engine refuses", () => {
  test("symbols and labels that the task does not have", async () => {
    const operands = problem.train.operands.with(3, 5);
    const labels = problem.train.labels.with(2, 9);
    await expect(open({ train: { ...problem.train, operands } })).rejects.toThrow(
      "operands must be whole numbers in [0, 5) (the vocabulary), got 5",
    );
    await expect(open({ train: { ...problem.train, labels } })).rejects.toThrow(
      "labels must be whole numbers in [0, 5) (the classes), got 9",
    );
  });

  test.each([0, 1.5, Number.NaN, 65, 1e9, null as never])("%s threads", (threads) => {
    expect(() => wasmEngine({ threads })).toThrow(`threads must be a whole number from 1 to 64`);
  });

  test.each(networks)("$kind: a machine without SIMD, in one sentence", async (model) => {
    vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
    vi.spyOn(WebAssembly, "compile").mockRejectedValue(new WebAssembly.CompileError("simd"));
    await expect(open({ model })).rejects.toThrow(InputError);
    await expect(open({ model })).rejects.toThrow(/SIMD/);
  });

  test.each(networks)(
    "$kind: memory that the machine does not give, saying how much was asked for",
    async (model) => {
      vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
        throw new RangeError("out of memory");
      });
      await expect(open({ model })).rejects.toThrow(InputError);
      await expect(open({ model })).rejects.toThrow(/MB|MiB/);
    },
  );
});
