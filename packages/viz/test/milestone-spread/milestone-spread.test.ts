import { type MilestoneGroup, milestoneSpread, milestoneSpreadTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const groups: readonly MilestoneGroup[] = [
  {
    name: "K = 16",
    runs: [
      { memorisedAt: null, generalisedAt: null, steps: 1000 },
      { memorisedAt: 10, generalisedAt: null, steps: 1000 },
    ],
  },
  { name: "K = 64", runs: [{ memorisedAt: 10, generalisedAt: 100, steps: 120 }] },
];
const draw = (of: readonly MilestoneGroup[] = groups) =>
  find(milestoneSpread(of, { document: page() }));
const x = (mark: Element) => Number(mark.getAttribute("cx"));
const y = (mark: Element) => Number(mark.getAttribute("cy"));

test("each run has its marks in the row of its setting, over its steps", () => {
  const drawn = draw();
  expect(drawn.marks("memorised")).toHaveLength(2);
  const [understood] = drawn.marks("understood");
  const never = drawn.marks("never");
  expect(never).toHaveLength(2);
  expect(y(understood!)).toBeCloseTo(textAt(drawn, "K = 64").y, 1);
  expect(y(never[0]!)).toBeCloseTo(textAt(drawn, "K = 16").y, 1);
  expect(x(understood!)).toBeCloseTo(textAt(drawn, "100").x, 1);
  expect(x(never[0]!)).toBeCloseTo(textAt(drawn, "1,000").x, 1);
});

test("says and lists what came of the runs", () => {
  expect(draw().desc).toContain("Of 3, 2 memorised and 1 understood");
  expect(cellsOf(milestoneSpreadTable(groups, { document: page() }))).toEqual([
    ["K = 16", "–", "–", "1,000"],
    ["K = 16", "10", "–", "1,000"],
    ["K = 64", "10", "100", "120"],
  ]);
});

test("nothing, step 0, too many", () => {
  expect(draw([]).desc).toBe("no runs yet");
  const atOnce = { memorisedAt: 0, generalisedAt: 0, steps: 0 };
  expect(draw([{ name: "", runs: [atOnce] }]).svg.outerHTML).not.toContain("NaN");
  expect(() => draw(Array(61).fill(groups[0]))).toThrow("at most 60 settings are drawn; got 61");
});
