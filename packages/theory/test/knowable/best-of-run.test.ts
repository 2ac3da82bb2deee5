import { task } from "@grokscape/group-datasets";
import { type RunConfigInput, runConfig, setUp } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { bestOfRun, bestPossible } from "../../src/index.ts";

const best = (settings: RunConfigInput) => {
  const config = runConfig(settings);
  return bestOfRun(task(config.task), config);
};
const few: RunConfigInput = { task: "cyclic:31", split: { count: 100 }, seed: 3 };

test("the best is that of the run's own split", () => {
  const { task: table, parts } = setUp(runConfig(few));
  expect(best(few)).toEqual(bestPossible(table, parts.train));
  expect(best(few)?.bestAccuracy).toBeLessThan(1);
  expect(best({ ...few, seed: 4 })?.unknowable).not.toEqual(best(few)?.unknowable);
});

test("a network that reads both operands by the same weights could know more", () => {
  const own = best(few)?.bestAccuracy;
  for (const embedding of ["shared", "trainable"] as const) {
    expect(best({ ...few, model: { kind: "mlp", embedding } })?.bestAccuracy).toBeGreaterThan(
      own ?? 1,
    );
  }
  expect(best({ ...few, model: { kind: "transformer" } })?.bestAccuracy).toBeGreaterThan(own ?? 1);
  expect(best({ ...few, model: { kind: "mlp", embedding: "per-operand" } })?.bestAccuracy).toBe(
    own,
  );
});

test("nothing is said of a task that is no group's if all symbols occurred", () => {
  expect(best({ task: "parity:6,2", split: { fraction: 0.5 } })).toBeNull();
});
