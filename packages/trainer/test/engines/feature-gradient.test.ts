import { dataset, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { type Problem, referenceEngine, runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";

test("the norm of the features' gradient is that of every feature's slope", async () => {
  const task = additionTask(5);
  const parts = split(task, { fraction: 0.6, seed: 1 });
  const problem: Problem = {
    ...runConfig({
      task: task.id,
      loss: "cross-entropy",
      model: { width: 6, activation: "relu", outputScale: 2 },
    }),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
  const weights = initialise(problem.model, task, 2);
  const session = await referenceEngine.open(problem, { step: 0, weights, optimiser: {} });
  session.measure();

  const { count, operands, labels } = problem.train;
  const [W, V] = [weights.W.data, weights.V.data];
  const features = Array.from({ length: count }, (_, row) =>
    Array.from({ length: 6 }, (_, j) =>
      Math.max(0, W[operands[2 * row] * 6 + j] + W[(5 + operands[2 * row + 1]) * 6 + j]),
    ),
  );
  const lossOf = (row: number, feature: readonly number[]) => {
    const logits = Array.from({ length: 5 }, (_, c) =>
      feature.reduce((sum, f, j) => sum + 2 * f * V[j * 5 + c], 0),
    );
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    return (Math.log(total) - logits[labels[row]]) / count;
  };
  let squares = 0;
  const h = 1e-5;
  for (const [row, feature] of features.entries()) {
    for (const [j, f] of feature.entries()) {
      const slope =
        (lossOf(row, feature.with(j, f + h)) - lossOf(row, feature.with(j, f - h))) / (2 * h);
      squares += slope * slope;
    }
  }
  expect(session.featureGradientNorm()).toBeCloseTo(Math.sqrt(squares), 8);
});
