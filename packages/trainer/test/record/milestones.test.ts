import { milestones } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

const row = (step: number, trainAccuracy: number, testAccuracy: number) => ({
  step,
  trainAccuracy,
  testAccuracy,
});

describe("milestones", () => {
  test("a peak that is lost again does not count", () => {
    const rows = [
      row(0, 0.1, 0),
      row(40, 0.99, 0.1),
      row(80, 0.9, 0.995),
      row(120, 1, 0.5),
      row(160, 1, 0.99),
      row(200, 1, 1),
      row(240, 1, 1),
    ];
    expect(milestones(rows)).toEqual({ memorisedAt: 120, grokkedAt: 160, delay: 40 });
    expect(milestones(rows, { hold: 0 })).toEqual({ memorisedAt: 40, grokkedAt: 80, delay: 40 });
    expect(milestones(rows, { accuracy: 0.85 }).memorisedAt).toBe(40);
  });

  test("what has not been held long enough is not known yet", () => {
    const rows = [row(0, 0, 0), row(30, 1, 0), row(60, 1, 1), row(100, 1, 1)];
    expect(milestones(rows)).toEqual({ memorisedAt: 30, grokkedAt: null, delay: null });
    expect(milestones([...rows, row(110, 1, 1)]).grokkedAt).toBe(60);
    expect(milestones([])).toEqual({ memorisedAt: null, grokkedAt: null, delay: null });
  });

  test("a run that understands before it has memorised all has no delay", () => {
    const rows = [row(0, 0, 0), row(10, 0.98, 1), row(20, 1, 1), row(100, 1, 1)];
    expect(milestones(rows)).toEqual({ memorisedAt: 20, grokkedAt: 10, delay: 0 });
  });

  test("refuses rows out of order", () => {
    expect(() => milestones([row(10, 0, 0), row(10, 0, 0)])).toThrow(/step 10 after 10/);
  });
});
