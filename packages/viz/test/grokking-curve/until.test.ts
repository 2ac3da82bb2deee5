import { type CurveRecord, grokkingCurve } from "@grokscape/viz";
import { expect, test } from "vitest";
import { find, page } from "../found.ts";

const upTo = (steps: number): CurveRecord => ({
  metrics: [1, 10, steps].map((step) => ({
    step,
    trainAccuracy: 1,
    testAccuracy: 0.5,
    trainLoss: 1,
    testLoss: 1,
  })),
  memorisedAt: null,
  generalisedAt: null,
});

test.each(["linear", "log"] as const)("pictures side by side have the same %s axis", (scale) => {
  const ticks = (steps: number, until?: number) =>
    find(grokkingCurve(upTo(steps), { document: page(), scale, until, width: 400 }))
      .texts.filter(({ text }) => /^[\d⁰¹²³⁴,]+$/.test(text))
      .map(({ text, x }) => `${text} at ${x}`);
  expect(ticks(100, 5000)).toEqual(ticks(5000, 5000));
  expect(ticks(100)).not.toEqual(ticks(5000));
});
