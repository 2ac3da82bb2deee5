import { task } from "@grokscape/group-datasets";
import { bestPossible } from "@grokscape/theory";
import { type RunConfigInput, type RunRecord, runConfig, setUp } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { bestFor, bestInWords } from "../../src/outcome/best.ts";

const best = (settings: RunConfigInput) => {
  const config = runConfig(settings);
  return bestFor(config, task(config.task));
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

test("the best and the network in one sentence", () => {
  const found = { bestAccuracy: 0.973, unknowable: Uint32Array.of(3) };
  const record = (testAccuracy: number) =>
    ({ metrics: [{ testAccuracy }] }) as unknown as RunRecord;
  expect(bestInWords(found, record(0.951))).toBe(
    "The best any learner could do with these examples: 97.3 %; this network: 95.1 %.",
  );
  expect(bestInWords(null, record(0.951))).toBeNull();
  expect(bestInWords(found, record(Number.NaN))).toBeNull();
});
