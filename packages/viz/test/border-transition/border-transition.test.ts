import { borderTransition, borderTransitionTable, type TransitionRecord } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const borders: readonly TransitionRecord[] = [
  {
    name: "Z_11",
    runs: [
      { value: 10, came: false },
      { value: 1000, came: true },
    ],
    ...{ at: 100, low: 50, high: 200 },
    curve: [
      { value: 50, probability: 0.1 },
      { value: 100, probability: 0.5 },
    ],
  },
  { name: "Z_13", runs: [{ value: 10, came: false }], at: null, low: null, high: null, curve: [] },
];
const draw = (of: readonly TransitionRecord[] = borders) =>
  find(borderTransition(of, { document: page(), over: "examples" }));
const at = (mark: Element | undefined, name: string) => Number(mark?.getAttribute(name));

test("a run stands at its value, in the row of its border, above where it came", () => {
  const drawn = draw();
  const [came] = drawn.marks("came");
  const failed = drawn.marks("failed");
  expect(failed).toHaveLength(2);
  expect(at(came, "cx")).toBeCloseTo(textAt(drawn, "1,000").x, 1);
  expect(at(failed[0], "cx")).toBeCloseTo(textAt(drawn, "10").x, 1);
  expect(at(came, "cy")).toBeLessThan(textAt(drawn, "Z_11").y);
  expect(at(failed[0], "cy")).toBeGreaterThan(textAt(drawn, "Z_11").y);
  const [band] = drawn.marks("interval");
  const middle = at(band, "x") + at(band, "width") / 2;
  expect(middle).toBeCloseTo(textAt(drawn, "100").x, 1); // of logarithms
  expect(drawn.marks("border")).toHaveLength(1);
});

test("says and lists what is known", () => {
  expect(draw().desc).toContain("1 of 3 came. 1 of 2 borders are known");
  expect(cellsOf(borderTransitionTable(borders, { document: page() }))).toEqual([
    ["Z_11", "100", "50 … 200", "1/2 (50.0\u202f%)"],
    ["Z_13", "–", "– … –", "0/1 (0\u202f%)"],
  ]);
});

test("nothing, an open end, too many", () => {
  expect(draw([]).desc).toBe("no runs yet");
  const open = { ...borders[0]!, high: null };
  const drawn = draw([open]);
  const [band] = drawn.marks("interval");
  expect(at(band, "x") + at(band, "width")).toBeGreaterThan(textAt(drawn, "1,000").x);
  expect(() => draw(Array(61).fill(borders[0]))).toThrow("at most 60 borders are drawn; got 61");
});
