import { type SweepCell, sweepNumbers, sweepTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const cell = (row: number, column: number, generalised: number): SweepCell => ({
  row,
  column,
  runs: 4,
  generalised,
  grokStep: generalised ? 100 * row : null,
});
const cells = [cell(11, 2, 0), cell(11, 3, 4), cell(23, 2, 2)];
const draw = (of: readonly SweepCell[] = cells, options = {}) =>
  find(sweepTable(of, { document: page(), ...options }));

test("cells are as strong as runs that understood, larger settings further up and right", () => {
  const drawn = draw();
  const marks = drawn.marks("cells");
  expect(marks.map((mark) => mark.getAttribute("fill-opacity")).sort()).toEqual(["0.25", "0.5"]);
  expect(textAt(drawn, "23").y).toBeLessThan(textAt(drawn, "11").y);
  expect(textAt(drawn, "2").x).toBeLessThan(textAt(drawn, "3").x);
  const full = marks.find((mark) => mark.getAttribute("fill-opacity") === "0.5")!;
  const [x, , right] = full
    .getAttribute("d")!
    .match(/[\d.]+/g)!
    .map(Number);
  expect((x! + right!) / 2).toBeCloseTo(textAt(drawn, "3").x, 0);
});

test("cells say what came of their runs", () => {
  const drawn = draw();
  textAt(drawn, "2 of 4");
  textAt(drawn, "never");
  textAt(drawn, "step 1,100");
  expect(drawn.desc).toContain("6 of 12 runs at 3 settings understood.");
  expect(drawn.desc).toContain("the slowest took 2,300 steps");
});

test("the table leaves what was not run open", () => {
  const rows = cellsOf(sweepNumbers(cells, { document: page(), rowName: "M", columnName: "c" }));
  expect(rows).toEqual([
    ["23", "2 of 4, step 2,300", "–"],
    ["11", "0 of 4, never", "4 of 4, step 1,100"],
  ]);
});

test("nothing, one, many, twice the same, nonsense", () => {
  expect(draw([]).desc).toBe("no runs yet");
  expect(draw([cells[1]!]).marks("cells")).toHaveLength(1);
  const many = Array.from({ length: 2500 }, (_, i) => cell(i % 50, Math.floor(i / 50), i % 5));
  expect(draw(many, { width: 360 }).svg.outerHTML).not.toContain("NaN");
  const more = Array.from({ length: 51 * 51 }, (_, i) => cell(i % 51, Math.floor(i / 51), 1));
  expect(() => draw(more)).toThrow("at most 2500 settings; got 2601");
  expect(() => draw([cells[0]!, cells[0]!])).toThrow("row 11, column 2 occurs twice");
  expect(() => draw([cell(1, 1, 5)])).toThrow("5 of 4 runs at row 1, column 1");
  expect(() => draw([cell(Number.NaN, 1, 1)])).toThrow(
    "cells[0].row must be a number from -1e100 to 1e100; got NaN",
  );
});
