import { InputError, type Task, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { predict } from "../../src/index.ts";
import { figure3 } from "./config.ts";

const parity: Task = {
  id: "parity",
  title: "whether two symbols have the same parity",
  operands: 2,
  vocabulary: 10,
  classes: 2,
  size: 100,
  example: (i) => ({
    operands: [Math.floor(i / 10), i % 10],
    label: (Math.floor(i / 10) + i) % 2,
  }),
};

test("Figure 3 of the paper", () => {
  const prediction = predict(task("cyclic:71"), figure3);
  expect(prediction.features).toEqual([
    {
      degree: 1,
      type: "C",
      realDimension: 2,
      count: 35,
      energy: { value: 71 / 4, statement: "theorem-2", trust: "exact" },
    },
  ]);
  expect(prediction.featureCount?.value).toBe(35);
  expect(prediction.width?.exact.value).toBe(140);
  expect(prediction.width?.memory.value).toBe(5041);
  expect(prediction.data.count).toEqual({ value: 2016, statement: "config", trust: "exact" });
  expect(prediction.data.multiple.value).toBeCloseTo(6.66113, 4);
  expect(prediction.critical?.authorCount.value).toBeCloseTo(831.745, 2);
  expect(prediction.verdict?.outcome).toBe("generalises");
  expect(prediction.caveats).toEqual(["not-measured"]);
});

test("a prediction is plain JSON", () => {
  const prediction = predict(task("dihedral:12"), figure3);
  expect(JSON.parse(JSON.stringify(prediction))).toEqual(prediction);
});

// c, and what 4 seeds did at M = 17, 23 and 31 with K = 512, x² and Adam (lr 1e-3, decay 2e-4)
test.each([
  [2.0, "memorises"],
  [2.5, "borderline"],
  [3.1, "generalises"],
  [4.0, "generalises"],
])("at c = %d the verdict is what was measured: %s", (criticalMultiple, outcome) => {
  for (const id of ["cyclic:17", "cyclic:23", "cyclic:31"]) {
    const config = {
      ...figure3,
      split: { criticalMultiple },
      model: { ...figure3.model, width: 512 },
    };
    expect(predict(task(id), config).verdict).toEqual({
      outcome,
      statement: "measured",
      trust: "fitted",
    });
  }
});

test("without weight decay there is no feature learning", () => {
  const config = { ...figure3, optimiser: { ...figure3.optimiser, weightDecay: 0 } };
  const prediction = predict(task("cyclic:71"), config);
  expect(prediction.verdict?.outcome).toBe("memorises");
  expect(prediction.verdict?.statement).toBe("equation-4");
  expect(prediction.caveats).toContain("no-weight-decay");
});

test("a network too narrow for any exact construction is at best borderline", () => {
  const config = { ...figure3, model: { ...figure3.model, width: 100 } };
  const prediction = predict(task("cyclic:71"), config);
  expect(prediction.verdict).toEqual({
    outcome: "borderline",
    statement: "theorem-3",
    trust: "bound",
  });
  expect(prediction.caveats).toContain("narrow");
});

test("Theorem 2 needs x²: another activation gets the irreps without energies", () => {
  const config = { ...figure3, model: { ...figure3.model, activation: "relu" } };
  const prediction = predict(task("cyclic:71"), config);
  expect(prediction.features[0].energy).toBeNull();
  expect(prediction.features[0].count).toBe(35);
  expect(prediction.caveats).toContain("activation");
});

test("a small group with large irreps: Theorem 4 asks for more than there is", () => {
  const prediction = predict(task("dihedral:4"), figure3);
  expect(prediction.critical?.retention.value).toBeGreaterThan(64);
  expect(prediction.caveats).toContain("retention-vacuous");
});

test("a task that is no group's: the data are counted, nothing else is claimed", () => {
  const prediction = predict(parity, figure3);
  expect(prediction.features).toEqual([]);
  expect([prediction.width, prediction.critical, prediction.verdict]).toEqual([null, null, null]);
  expect(prediction.data.count.value).toBe(40);
  expect(prediction.caveats).toEqual(["no-group"]);
});

test("a split that suits no task is refused", () => {
  expect(() => predict(task("cyclic:7"), { ...figure3, split: { fraction: 1.5 } })).toThrow(
    InputError,
  );
});
