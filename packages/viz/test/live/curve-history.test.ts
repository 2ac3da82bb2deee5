import type { CurveRow } from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { curveHistory } from "../../src/live/curve-history.ts";

const row = (step: number, testAccuracy = 0.5): CurveRow => ({
  step,
  trainAccuracy: 1,
  testAccuracy,
  trainLoss: 0.1,
  testLoss: 0.2,
});

describe.each(["linear", "log"] as const)("on %s steps", (scale) => {
  test("few rows are kept as they are", () => {
    const history = curveHistory(scale);
    const rows = [row(0), row(1), row(10), row(100, 0.9)];
    rows.forEach(history.push);
    expect(history.record().metrics).toEqual(rows);
  });

  test("a million rows become a few thousand, with every extreme, in order", () => {
    const history = curveHistory(scale);
    const spikes = new Map([
      [777_777, 0],
      [123_456, 1],
    ]);
    for (let step = 0; step < 1_000_000; step++) history.push(row(step, spikes.get(step) ?? 0.5));
    const { metrics } = history.record();
    expect(metrics.length).toBeLessThan(12_000);
    for (const [step, value] of spikes) {
      const near = metrics.filter(({ testAccuracy }) => testAccuracy === value);
      expect(near.length).toBeGreaterThan(0);
      for (const found of near) expect(Math.abs(found.step / step - 1)).toBeLessThan(0.01);
    }
    metrics.forEach(({ step }, i) => {
      if (i > 0) expect(step).toBeGreaterThanOrEqual(metrics[i - 1]!.step);
    });
    expect(metrics.at(-1)!.step).toBe(999_999);
  });
});

test("milestones are those that the run has told", () => {
  const history = curveHistory("linear");
  history.push(row(6, 0.99));
  expect(history.record()).toMatchObject({ memorisedAt: null, generalisedAt: null });
  history.reach({ memorisedAt: 0, generalisedAt: 6 });
  history.push(row(7, 0.5));
  expect(history.record()).toMatchObject({ memorisedAt: 0, generalisedAt: 6 });
});

test("a NaN is no extreme, and stays a gap where nothing else is", () => {
  const history = curveHistory("log");
  for (let step = 1_000_000; step < 1_000_009; step++) {
    history.push(row(step, step === 1_000_004 ? 0.7 : Number.NaN));
  }
  const values = history.record().metrics.map(({ testAccuracy }) => testAccuracy);
  expect(values).toContain(0.7);
});

test("refuses a step before the last one", () => {
  const history = curveHistory("linear");
  history.push(row(5));
  expect(() => history.push(row(4))).toThrow("got step 4 after 5");
});
