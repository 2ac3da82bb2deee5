import { type EarlierRun, grokkingCurve, readingCurve } from "@grokscape/viz";
import { expect, test } from "vitest";
import { find, page } from "../found.ts";

const nothing = { metrics: [], memorisedAt: null, generalisedAt: null };
const earlier = (name: string): EarlierRun => ({
  name,
  step: [0, 1, 10, 100],
  trainAccuracy: [0.1, 0.5, 1, 1],
  testAccuracy: [0.1, 0.1, 0.2, 1],
});

test("earlier runs are drawn pale before anything is measured, and named", () => {
  const options = { document: page(), scale: "log", behind: [earlier("A"), earlier("B")] } as const;
  const { marks, texts, desc } = find(grokkingCurve(nothing, options));
  expect(marks("earlier train line")).toHaveLength(2);
  for (const line of marks("earlier test line")) {
    expect(Number(line.getAttribute("stroke-opacity"))).toBeLessThan(0.5);
    // step 0 is not on the axis
    expect(line.getAttribute("d")!.match(/[ML]/g)).toHaveLength(3);
  }
  const said = texts.map(({ text }) => text);
  expect(said).toEqual(expect.arrayContaining(["A", "B", "10", "100"]));
  const [a, b] = ["A", "B"].map((name) => texts.find(({ text }) => text === name)!.y);
  expect(Math.abs(a! - b!)).toBeGreaterThan(10);
  expect(desc).toBe("Pale, for comparison: A; B.");
  expect(said).not.toContain("nothing measured yet");
});

test("beside a reading their test accuracy is", () => {
  const reading = { name: "bits", rows: [] };
  const options = { document: page(), behind: [earlier("A")] };
  const { marks } = find(readingCurve([], reading, options));
  expect(marks("earlier test line")).toHaveLength(1);
  expect(marks("earlier train line")).toHaveLength(0);
});

test("refuses lists of other lengths, and steps that fall", () => {
  const draw = (change: Partial<EarlierRun>) => () =>
    grokkingCurve(nothing, { document: page(), behind: [{ ...earlier("A"), ...change }] });
  expect(draw({ trainAccuracy: [1] })).toThrow('"A" has 4 steps and 1 accuracies');
  expect(draw({ step: [0, 2, 1, 3] })).toThrow("metrics must be in order of step");
});
