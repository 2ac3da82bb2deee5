import { readFileSync } from "node:fs";
import { InputError, task } from "@grokscape/group-datasets";
import { forecast, TooFewRowsError } from "@grokscape/measures";
import {
  type MetricRow,
  milestones,
  type RunConfig,
  type RunConfigInput,
  runConfig,
  train,
} from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import {
  calibratedTail,
  coverageOfNewTask,
  type Residuals,
  residualQuantile,
} from "../bench/forecast/calibration.ts";
import {
  logistic,
  logisticRegression,
  precisionMatrix,
  quantile,
  ridgeRegression,
} from "../bench/forecast/regression.ts";
import { curveFeatures, featureNames } from "../src/forecast/curve-features.ts";
import { fitted } from "../src/forecast/fitted.ts";
import { randomNumbers } from "./tiny.ts";

async function rowsOf(config: RunConfig): Promise<MetricRow[]> {
  const rows: MetricRow[] = [];
  for await (const row of train(config, { engine: wasmEngine({ threads: 1 }) })) rows.push(row);
  return rows;
}

const until = (rows: readonly MetricRow[], last: number) => rows.filter(({ step }) => step <= last);

/** Of a task that it was not fitted on. */
const usual: RunConfigInput = {
  task: "cyclic:15",
  split: { fraction: 0.8 },
  model: { width: 128 },
  optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 3e-4 },
  steps: 1500,
  goal: { testAccuracy: 0.99, hold: 100 },
  seed: 77,
};
const generous = runConfig(usual);
const scarce = runConfig({ ...usual, split: { fraction: 0.3 }, steps: 800 });
const generousRows = await rowsOf(generous);
const scarceRows = await rowsOf(scarce);

describe("forecast, on a task that it was not fitted on", () => {
  const grokkedAt = milestones(generousRows).generalisedFrom as number;

  test("a run that generalises: likely, at about the step at which it does", () => {
    expect(grokkedAt).toBeGreaterThan(200);
    const { at, probability, step, outside } = forecast(generous, until(generousRows, 150));
    expect(at).toBe(150);
    expect(probability).toBeGreaterThan(0.7);
    expect(step?.low).toBeLessThan(step?.median as number);
    expect(step?.median).toBeLessThan(step?.high as number);
    expect((step?.median as number) / grokkedAt).toBeGreaterThan(1 / 3);
    expect((step?.median as number) / grokkedAt).toBeLessThan(3);
    expect(outside).toEqual([]);
  });

  test("a run that memorises: unlikely", () => {
    expect(milestones(scarceRows)).toMatchObject({ generalisedFrom: null });
    expect(milestones(scarceRows).memorisedFrom).not.toBeNull();
    expect(forecast(scarce, until(scarceRows, 200)).probability).toBeLessThan(0.15);
  });

  test("what has happened is known", () => {
    const known = forecast(generous, generousRows);
    expect(known.probability).toBe(1);
    expect(known.step).toEqual({ low: grokkedAt, median: grokkedAt, high: grokkedAt });
  });

  test("half the rows say nearly the same", () => {
    const rows = until(generousRows, 200);
    const sparse = rows.filter(({ step }) => step % 20 === 0);
    const [all, half] = [rows, sparse].map((given) => forecast(generous, given));
    expect(Math.abs(all.probability - half.probability)).toBeLessThan(0.1);
  });

  test("a step is never forecast for the past, nor beyond the horizon", () => {
    for (let last = 90; last < grokkedAt; last += 10) {
      const { step, horizon } = forecast(generous, until(generousRows, last));
      expect(step?.low).toBeGreaterThanOrEqual(last);
      expect(step?.high).toBeLessThanOrEqual(horizon);
    }
  });

  test("what has generalised past the horizon is known, and did not do so within it", () => {
    const late = generousRows.map((row) => ({ ...row, step: 20 * row.step }));
    const { generalisedFrom: grokkedAt } = milestones(late);
    expect(grokkedAt).toBeGreaterThan(4000);
    const { probability, step } = forecast(generous, late);
    expect([probability, step?.median]).toEqual([0, grokkedAt]);
  });

  test("past the horizon it is too late", () => {
    const late = scarceRows.map((row) => ({ ...row, step: 10 * row.step }));
    const { probability, step, outside } = forecast(scarce, late);
    expect([probability, step]).toEqual([0, null]);
    expect(outside).toContain("log step");
  });
});

describe("forecast refuses, or warns", () => {
  test("fewer than 10 rows are refused", () => {
    const ask = () => forecast(generous, generousRows.slice(0, 9));
    expect(ask).toThrow(TooFewRowsError);
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/a forecast from 9 rows; it needs the first 10 or more/);
  });

  test("rows that do not begin at step 0, or do not ascend, are refused", () => {
    expect(() => forecast(generous, generousRows.slice(1))).toThrow(/rows from step 10 on/);
    const doubled = [...generousRows.slice(0, 12), generousRows[11]];
    expect(() => forecast(generous, doubled)).toThrow(/step 110 after 110/);
  });

  test.each<[string, RunConfigInput]>([
    ["model.activation relu", { ...usual, model: { width: 128, activation: "relu" } }],
    ["loss cross-entropy", { ...usual, loss: "cross-entropy" }],
    ["log width", { ...usual, model: { width: 4096 } }],
    ["log learning rate", { ...usual, optimiser: { kind: "adam", learningRate: 0.3 } }],
    ["log n/(M ln M)", { ...usual, split: { fraction: 0.02 } }],
    ["log classes", { ...usual, task: "cyclic:127" }],
  ])("outside: %s", (what, input) => {
    expect(forecast(runConfig(input), until(generousRows, 150)).outside).toContain(what);
  });

  test("outside: another optimiser", () => {
    const config = runConfig({ ...usual, optimiser: { kind: "sgd" } });
    const { outside } = forecast(config, until(generousRows, 150));
    expect(outside).toContain("optimiser.kind sgd");
  });

  test("outside: three operands, of a task that is brought along", () => {
    const ternary = task("fold:3:cyclic:5");
    const config = runConfig({ ...usual, task: ternary.id });
    expect(forecast(config, until(generousRows, 150), ternary).outside).toContain("operands 3");
  });

  test("outside: curves that do not go together", () => {
    const odd = until(generousRows, 150).map((row) => ({ ...row, testLoss: 3, testAccuracy: 0.9 }));
    expect(forecast(generous, odd).outside).not.toEqual([]);
  });
});

describe("curveFeatures", () => {
  const setting = {
    classes: 10,
    examples: 40,
    heldOut: 60,
    width: 64,
    learningRate: 1e-3,
    weightDecay: 0,
  };
  const row = (step: number, value: number): MetricRow => ({
    step,
    trainLoss: value,
    testLoss: value,
    trainAccuracy: 0.5,
    testAccuracy: 0.5,
    weightNorms: { W: 3 * value, V: 4 * value },
    weightTurns: { W: 0, V: 0 },
    featureGradientNorm: value,
  });
  const named = (rows: readonly MetricRow[]) =>
    Object.fromEntries(curveFeatures(setting, rows).map((value, i) => [featureNames[i], value]));

  test("names every number", () => {
    const features = curveFeatures(
      setting,
      Array.from({ length: 11 }, (_, i) => row(10 * i, 1)),
    );
    expect(features).toHaveLength(featureNames.length);
    expect(new Set(featureNames).size).toBe(featureNames.length);
    expect(fitted.mean).toHaveLength(featureNames.length);
  });

  test("of curves that stand still", () => {
    const features = named(Array.from({ length: 11 }, (_, i) => row(10 * i, 1)));
    expect(features["log step"]).toBeCloseTo(Math.log(100), 12);
    expect(features["log n/(M ln M)"]).toBeCloseTo(Math.log(40 / (10 * Math.log(10))), 12);
    expect(features["log weight decay"]).toBeCloseTo(Math.log(1e-6), 12);
    for (const [name, value] of Object.entries(features)) {
      if (name.includes("growth")) expect(value, name).toBeCloseTo(0, 12);
    }
    expect(features["test accuracy (logit)"]).toBeCloseTo(0, 12);
  });

  test("of a power law, whatever the rows' steps", () => {
    // ln of the value is linear in the step: means over windows are those of their middles
    const rate = 0.02;
    const rows = [0, 7, 18, 20, 25, 30, 41, 50, 66, 80, 91, 100];
    const features = named(rows.map((step) => row(step, Math.exp(rate * step))));
    expect(features["log test loss"]).toBeCloseTo(rate * 90, 6);
    expect(features["recent growth of test loss"]).toBeCloseTo(rate * (90 - 45), 6);
    expect(features["earlier growth of test loss"]).toBeCloseTo(rate * (45 - 22.5), 6);
    expect(features["log train loss"]).toBeCloseTo(rate * 90, 6);
    expect(features["log weight norm"]).toBeCloseTo(rate * 90, 6);
    expect(features["recent growth of weight norm"]).toBeCloseTo(rate * 45, 6);
  });

  test("a first row long before the second is joined to it by a straight line", () => {
    const steps = [0, 60, 62, 65, 70, 75, 80, 85, 90, 95, 100];
    const rise = (step: number) => row(step, Math.exp(step < 60 ? 0.03 * step : 3 - step / 50));
    const [sparse, dense] = [steps, [0, 30, 45, ...steps.slice(1)]].map((at) =>
      named(at.map((step) => ({ ...rise(step), testAccuracy: 0.5 }))),
    );
    for (const [name, value] of Object.entries(dense)) {
      expect(sparse[name], name).toBeCloseTo(value, 9);
    }
  });

  test("an accuracy of 0 or 1 has a finite logit, of half an example", () => {
    const perfect = Array.from({ length: 11 }, (_, i) => ({ ...row(10 * i, 1), testAccuracy: 1 }));
    const floor = 0.5 / 60;
    expect(named(perfect)["test accuracy (logit)"]).toBeCloseTo(Math.log((1 + floor) / floor), 12);
  });
});

describe("the regressions that fit it", () => {
  const next = randomNumbers(12);
  const features = Array.from({ length: 60 }, () => [next(), next(), next()]);
  const weights = features.map(() => 1 + next() / 2);
  const chances = features.map(([a, b]) => logistic(2 * a - b));
  const outcomes = chances.map((p) => Number((next() + 1) / 2 < p));
  const losses = {
    ridge: ([c, ...w]: number[], ridge: number) =>
      features.reduce(
        (sum, x, i) => {
          const given = x.reduce((all, value, k) => all + value * w[k], c);
          return sum + weights[i] * (given - chances[i]) ** 2;
        },
        ridge * w.reduce((sum, value) => sum + value ** 2, 0),
      ),
    logistic: ([c, ...w]: number[], ridge: number) =>
      features.reduce(
        (sum, x, i) => {
          const p = logistic(x.reduce((all, value, k) => all + value * w[k], c));
          return sum - weights[i] * Math.log(outcomes[i] ? p : 1 - p);
        },
        (ridge / 2) * w.reduce((sum, value) => sum + value ** 2, 0),
      ),
  };

  test.each([
    ["ridge", ridgeRegression({ features, outcomes: chances, weights }, 0.7)],
    ["logistic", logisticRegression({ features, outcomes, weights }, 0.7)],
  ] as const)("%s: no step in any direction lowers the loss", (name, found) => {
    const least = losses[name](found, 0.7);
    for (let k = 0; k < found.length; k++) {
      for (const by of [-1e-3, 1e-3]) {
        const moved = found.with(k, found[k] + by);
        expect(losses[name](moved, 0.7)).toBeGreaterThan(least);
      }
    }
  });

  test("the precision matrix is the inverse of the second moments", () => {
    const precision = precisionMatrix({ features, weights });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let entry = 0;
        for (let k = 0; k < 3; k++) {
          const moment = features.reduce((sum, x, row) => sum + weights[row] * x[k] * x[j], 0);
          entry += (precision[i * 3 + k] * moment) / total;
        }
        expect(entry).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    }
  });

  test("a quantile leaves its share of the weight below", () => {
    expect(quantile([5, 1, 3], [1, 1, 1], 0.5)).toBe(3);
    expect(quantile([5, 1, 3], [8, 1, 1], 0.5)).toBe(5);
    expect(quantile([5, 1, 3], [1, 1, 1], 0)).toBe(1);
  });
});

describe("the interval's calibration", () => {
  const next = randomNumbers(5);
  const normal = () => [1, 2, 3, 4, 5, 6].reduce((sum) => sum + next(), 0) / Math.SQRT2;
  /** Tasks that differ from each other, and within themselves half as much. */
  const drawn = (tasks: number, rows: number): Residuals => {
    const centres = Array.from({ length: tasks }, normal);
    const of = Array.from({ length: tasks * rows }, (_, i) => i % tasks);
    return {
      values: of.map((task) => centres[task] + normal() / 2),
      tasks: of.map((task) => `task ${task}`),
      weights: of.map(() => 1 + next() / 2),
    };
  };

  test("a quantile counts every task the same, whatever its rows weigh", () => {
    const residuals = {
      values: [1, 2, 3, 4, 10],
      tasks: ["a", "a", "a", "a", "b"],
      weights: [9, 9, 9, 9, 1],
    };
    expect(residualQuantile(residuals, 0.49)).toBe(4);
    expect(residualQuantile(residuals, 0.51)).toBe(10);
  });

  test("the coverage of a new task is that of quantiles which do not know it", () => {
    const residuals = drawn(4, 30);
    let coverage = 0;
    for (let left = 0; left < 4; left++) {
      const rows = residuals.values.map((value, i) => ({
        value,
        of: residuals.tasks[i],
        weight: residuals.weights[i],
      }));
      const [own, others] = [true, false].map((is) =>
        rows.filter(({ of }) => (of === `task ${left}`) === is),
      );
      const rest = {
        values: others.map(({ value }) => value),
        tasks: others.map(({ of }) => of),
        weights: others.map(({ weight }) => weight),
      };
      const [low, high] = [residualQuantile(rest, 0.1), residualQuantile(rest, 0.9)];
      const total = own.reduce((sum, { weight }) => sum + weight, 0);
      for (const { value, weight } of own) {
        if (value >= low && value <= high) coverage += weight / total / 4;
      }
    }
    expect(coverageOfNewTask(residuals, 0.1)).toBeCloseTo(coverage, 12);
  });

  test("of few tasks the nominal tail holds too little of a new one, the calibrated enough", () => {
    const share = (tail: (residuals: Residuals) => number) => {
      let held = 0;
      for (let i = 0; i < 60; i++) {
        const residuals = drawn(6, 10);
        const at = tail(residuals);
        const [low, high] = [at, 1 - at].map((below) => residualQuantile(residuals, below));
        const { values } = drawn(40, 5);
        held += values.filter((value) => low <= value && value <= high).length / 200 / 60;
      }
      return held;
    };
    const nominal = share(() => 0.1);
    const calibrated = share((residuals) => calibratedTail(residuals, 0.8));
    expect(nominal).toBeLessThan(0.76);
    expect(calibrated).toBeGreaterThan(0.78);
    expect(calibrated).toBeLessThan(0.86);
  });

  test("where tasks are alike the tail is the nominal one, or nearly", () => {
    const alike = drawn(1, 2000);
    const tasks = alike.values.map((_, i) => `task ${i % 20}`);
    expect(calibratedTail({ ...alike, tasks }, 0.8)).toBeGreaterThan(0.09);
  });
});

test("the README states the scores of the fit that is here", () => {
  const read = (path: string) =>
    readFileSync(new URL(`../${path}`, import.meta.url), "utf8").replace(/\s+/g, " ");
  const results = read("bench/forecast/results.md");
  const [, runs, brier, baseRate, coverage] =
    /at any moment \| (\d+) \| \d+ \| (\S+ ± \S+) \| (\S+) \| (\d+ ± \d+ %)/.exec(results) ?? [];
  const [, fittedRuns] = /Fitted on (\d+) runs/.exec(results) ?? [];
  const [, withoutCurves] = /alone, scores (\S+) ±/.exec(results) ?? [];
  const readme = read("README.md");
  expect(readme).toContain(`was fitted on ${fittedRuns} runs`);
  expect(readme).toContain(
    `scored on ${runs} runs of sixteen tasks that it had not seen: Brier score ${brier}`,
  );
  expect(readme).toContain(`always saying the base rate has ${baseRate}`);
  expect(readme).toContain(`settings without curves ${withoutCurves}`);
  expect(readme).toContain(`held it in ${coverage}`);
});
