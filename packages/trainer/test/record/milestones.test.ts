import { milestones } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";

const row = (step: number, trainAccuracy: number, testAccuracy: number) => ({
  step,
  trainAccuracy,
  testAccuracy,
});

describe("milestones", () => {
  test("a peak that is lost again is reached, and not held", () => {
    const rows = [
      row(0, 0.1, 0),
      row(40, 0.99, 0.1),
      row(80, 0.9, 0.995),
      row(120, 1, 0.5),
      row(160, 1, 0.99),
      row(200, 1, 1),
      row(240, 1, 1),
      row(280, 0.5, 0.5),
    ];
    const held = { memorisedAt: 40, memorisedFrom: 120, generalisedAt: 80, generalisedFrom: 160 };
    expect(milestones(rows)).toEqual(held);
    expect(milestones(rows, true)).toEqual(held);
    expect(milestones(rows.slice(0, 4), true)).toMatchObject({
      generalisedAt: 80,
      generalisedFrom: null,
    });
  });

  test("what a run held to its end is held, however soon that came", () => {
    const rows = [row(0, 0, 0), row(30, 1, 0), row(60, 1, 1), row(100, 1, 1)];
    const reached = { memorisedAt: 30, memorisedFrom: 30, generalisedAt: 60 };
    expect(milestones(rows)).toEqual({ ...reached, generalisedFrom: null });
    expect(milestones(rows, true)).toEqual({ ...reached, generalisedFrom: 60 });
    expect(milestones([...rows, row(110, 1, 1)])).toEqual({ ...reached, generalisedFrom: 60 });
  });

  test("nothing is reached without rows", () => {
    const nothing = {
      memorisedAt: null,
      memorisedFrom: null,
      generalisedAt: null,
      generalisedFrom: null,
    };
    expect(milestones([], true)).toEqual(nothing);
  });

  test("refuses rows out of order", () => {
    expect(() => milestones([row(10, 0, 0), row(10, 0, 0)])).toThrow(/step 10 after 10/);
  });
});
