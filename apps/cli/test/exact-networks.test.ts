import { cyclic, dataset, groupTask, symmetric } from "@grokscape/group-datasets";
import { fromMatrices } from "@grokscape/models";
import { complexReconstruction, realReconstruction } from "@grokscape/theory";
import { referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { describe, expect, test } from "vitest";

describe.each([
  { group: cyclic(7), construct: realReconstruction, numbers: "real" },
  { group: cyclic(7), construct: complexReconstruction, numbers: "complex" },
  { group: symmetric(3), construct: realReconstruction, numbers: "real" },
  { group: symmetric(3), construct: complexReconstruction, numbers: "complex" },
])("the $numbers construction for $group.name", ({ group, construct, numbers }) => {
  const task = groupTask(group.name, group);
  const { model, weights } = fromMatrices(construct(group), task);
  const all = dataset(
    task,
    Array.from({ length: task.size }, (_, i) => i),
  );
  const problem = { ...runConfig({ task: task.id, model }), shape: task, train: all, test: all };
  const start = { step: 0, weights, optimiser: {} };

  test("loads with the weights it says", () => {
    expect(model).toMatchObject({ weights: numbers, activation: "quadratic" });
  });

  test("answers every example with no loss at all", async () => {
    const session = await referenceEngine.open(problem, start);
    const { accuracy, loss } = session.measure();
    expect(accuracy).toBe(1);
    expect(loss).toBeLessThan(1e-20);
    expect(session.predict(all)).toEqual(all.labels);
  });

  test("stays where it is: the gradient of its loss is 0", async () => {
    const session = await referenceEngine.open(
      { ...problem, optimiser: runConfig({ task: task.id, optimiser: sgd }).optimiser },
      start,
    );
    session.measure();
    session.update();
    const after = session.snapshot().weights;
    for (const [name, { data }] of Object.entries(weights)) {
      const moved = data.map((w, i) => Math.abs(w - after[name].data[i]));
      expect(Math.max(...moved), name).toBeLessThan(1e-10);
    }
  });

  test("answers every example in float32 too", async () => {
    const session = await tfjsEngine().open(problem, start);
    const { accuracy, loss } = session.measure();
    expect(accuracy).toBe(1);
    expect(loss).toBeLessThan(1e-9);
    session.dispose();
  });
});

const sgd = { kind: "sgd", learningRate: 1, momentum: 0, weightDecay: 0 } as const;
