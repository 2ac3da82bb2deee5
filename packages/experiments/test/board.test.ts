import { readFileSync } from "node:fs";
import { locales } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import {
  type BorderLaws,
  type Claim,
  type ForetoldRun,
  lawBoard,
  predictors,
  scorePredictor,
} from "../src/index.ts";
import { measurementOf } from "../src/node/index.ts";

const run = (cameAt: number | null, said: readonly number[]): ForetoldRun => ({
  ...{ variant: "a", seed: 1, weightsHash: "0", cameAt, steps: cameAt ?? 1000 },
  moments: [100, 200, 400].slice(0, said.length),
  said: { it: said },
});

describe("a predictor’s score", () => {
  test("is the mean of squares of a run, then of runs; the first sure word counts", () => {
    const runs = [run(500, [0.5, 0.9, 0.95]), run(null, [0.1, 0.95, 0]), run(300, [0.05])];
    const { brier, ...score } = scorePredictor("it", runs);
    const ofRuns = [(0.5 ** 2 + 0.1 ** 2 + 0.05 ** 2) / 3, (0.1 ** 2 + 0.95 ** 2) / 3, 0.95 ** 2];
    expect(brier).toBeCloseTo(ofRuns.reduce((a, b) => a + b) / 3, 12);
    expect(score).toEqual({
      ...{ id: "it", runs: 3, sure: 3, right: 2, lead: 300 },
      // ended at 100: the second, which was right, and the third, which came at 300
      ...{ saved: (900 + 200) / 1800, lost: 1 },
    });
  });

  test("has no lead where nothing was rightly called, and leaves out runs that came before", () => {
    expect(scorePredictor("it", [run(50, []), run(null, [0.5])])).toMatchObject({
      ...{ runs: 1, brier: 0.25, sure: 0, right: 0, lead: null, saved: 0, lost: 0 },
    });
  });
});

test("a law is asked about tables, knobs and borders that it was not fitted to", () => {
  const claim = (id: string, tasks: readonly string[], steps: number): Claim => ({
    ...{ id, title: { en: id, "zh-cn": id }, question: { en: id, "zh-cn": id } },
    ...{ base: { task: tasks[0] }, seeds: [1], machine: "", date: "" },
    variants: tasks.map((task) => ({
      ...{ name: task, changes: { task } },
      outcomes: [{ seed: 1, generalisedAt: steps, steps, engine: "wasm 3" }],
    })),
  });
  const borders = [
    { told: 2, error: 0.1 },
    { told: 3, error: 0.2 },
    { told: 0, error: null },
  ].map((score) => ({ laws: [{ id: "li2", ...score }] }) as unknown as BorderLaws);
  const knobs = [claim("one", ["cyclic:11"], 100), claim("other", ["cyclic:11"], 300)];
  const [li2] = lawBoard(claim("tables", ["cyclic:11", "cyclic:13"], 100), knobs, borders);
  expect(li2.id).toBe("li2");
  expect(li2.tables?.times.told).toBe(2);
  expect(li2.tables?.times.error).toBeCloseTo(0, 12);
  expect(li2.knobs?.times.error).toBeCloseTo(Math.log(3), 12);
  expect(li2.borders.told).toBe(5);
  expect(li2.borders.error).toBeCloseTo(Math.sqrt((2 * 0.01 + 3 * 0.04) / 5), 12);
});

test("every predictor says a probability, and who it is in both languages", () => {
  const config = runConfig({ task: "cyclic:15", model: { width: 192 }, evaluateEvery: 10 });
  const rows = Array.from({ length: 11 }, (_, i) => ({
    ...{ step: 10 * i, trainAccuracy: 0.5, testAccuracy: 0.2, trainLoss: 0.9, testLoss: 0.9 },
    ...{ featureGradientNorm: 0.1, weightNorms: { W: 1, V: 1 }, weightTurns: { W: 0, V: 0 } },
  }));
  expect(new Set(predictors.map(({ id }) => id)).size).toBe(predictors.length);
  for (const { title, says, probability } of predictors) {
    for (const locale of locales) expect(title[locale] && says[locale]).toBeTruthy();
    const p = probability(config, rows);
    expect(p >= 0 && p <= 1).toBe(true);
  }
});

test("the board was made of the ledger’s runs, by the predictors there are", () => {
  const file = new URL("../bench/board/foretold.json", import.meta.url);
  const { experiment, runs } = JSON.parse(readFileSync(file, "utf8"));
  const ledger = measurementOf(experiment)?.variants ?? [];
  const hashes = ledger.flatMap(({ name, outcomes }) =>
    outcomes.map(({ seed, weightsHash }) => `${name}, ${seed}: ${weightsHash}`),
  );
  expect(
    runs.map(
      ({ variant, seed, weightsHash }: ForetoldRun) => `${variant}, ${seed}: ${weightsHash}`,
    ),
  ).toEqual(hashes);
  const ids = predictors.map(({ id }) => id);
  for (const { said } of runs as ForetoldRun[]) expect(Object.keys(said)).toEqual(ids);
});
