import { dataset, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { type Problem, type RunConfigInput, runConfig } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { expect, test } from "vitest";
import { additionTask } from "../../toy-task.ts";

const task = additionTask(7);
const parts = split(task, { fraction: 0.5, seed: 1 });

function problem(optimiser: RunConfigInput["optimiser"]): Problem {
  return {
    ...runConfig({ task: task.id, model: { width: 16 }, optimiser }),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
}

test.each(["sgd", "adam", "adamw"] as const)(
  "%s: what fades becomes 0, and stays it",
  async (kind) => {
    const asked = problem({ kind });
    const weights = initialise(asked.model, task, 1);
    // a node that has all but gone, and one that is there
    for (let input = 0; input < 14; input++) weights.W.data[input * 16] = 1e-14;
    for (let c = 0; c < 7; c++) weights.V.data[c] = 1e-14;
    const session = await wasmEngine({ threads: 1 }).open(asked, {
      step: 0,
      weights,
      optimiser: {},
    });
    for (let step = 0; step < 3; step++) {
      session.measure();
      session.update();
    }
    const after = session.snapshot();
    session.dispose();
    for (let input = 0; input < 14; input++) {
      expect(after.weights.W.data[input * 16]).toBe(0);
      expect(Math.abs(after.weights.W.data[input * 16 + 1])).toBeGreaterThan(1e-6);
    }
    for (const { data } of [...Object.values(after.weights), ...Object.values(after.optimiser)]) {
      for (const value of data) expect(value === 0 || Math.abs(value) > 1e-37).toBe(true);
    }
  },
);

test("what is no number is not taken for small", async () => {
  const asked = problem({ kind: "adam" });
  const weights = initialise(asked.model, task, 1);
  weights.W.data[5] = Number.NaN;
  const session = await wasmEngine({ threads: 1 }).open(asked, { step: 0, weights, optimiser: {} });
  expect(session.measure().loss).toBeNaN();
  session.update();
  expect(session.measure().loss).toBeNaN();
  expect(session.weights().W.data[5]).toBeNaN();
  session.dispose();
});
