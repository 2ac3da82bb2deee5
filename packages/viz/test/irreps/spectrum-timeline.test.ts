import {
  hueColour,
  type SpectrumRow,
  spectrumTimeline,
  spectrumTimelineTable,
} from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const rows: SpectrumRow[] = Array.from({ length: 101 }, (_, step) => ({
  step,
  spectrum: [0, step < 50 ? 0.8 : 0.2, step < 50 ? 0.2 : 0.8],
}));
const draw = (of: readonly SpectrumRow[] = rows, options = {}) =>
  find(spectrumTimeline(of, { document: page(), theme: "light", scale: "linear", ...options }));

test("an irrep is strong where its share is large", () => {
  const drawn = draw();
  const [left, right] = ["0", "100"].map((tick) => textAt(drawn, tick).x);
  const strong = (place: number) =>
    drawn
      .marks("cells")
      .find(
        (cell) =>
          cell.getAttribute("fill") === hueColour({ place, of: 3 }, "light") &&
          cell.getAttribute("fill-opacity") === "1",
      )!
      .getAttribute("d")!
      .match(/M([\d.]+),[\d.]+H([\d.]+)/)!
      .slice(1)
      .map(Number);
  const border = left! + (right! - left!) / 2;
  expect(strong(1)[0]).toBeCloseTo(left!, 0);
  expect(Math.abs(strong(1)[1]! - border)).toBeLessThan(6);
  expect(Math.abs(strong(2)[0]! - border)).toBeLessThan(6);
  expect(strong(2)[1]).toBeCloseTo(right!, 0);
});

test("the caption names what holds most at last", () => {
  expect(draw(rows, { names: ["1", "a", "b"] }).desc).toBe(
    "At step 100 most of the weight is in b (80.0\u202f%), a (20.0\u202f%), 1 (0\u202f%).",
  );
});

test("a flash between two columns is seen", () => {
  const long = Array.from({ length: 100_000 }, (_, step) => ({
    step,
    spectrum: [0, step === 77_777 ? 0.9 : 0.1],
  }));
  const full = draw(long)
    .marks("cells")
    .filter((cell) => cell.getAttribute("fill-opacity") === "1");
  expect(full).toHaveLength(1);
});

test("nothing, one row, spectra that differ, steps out of order", () => {
  expect(draw([]).desc).toBe("nothing measured yet");
  expect(draw([rows[0]!]).marks("cells").length).toBeGreaterThan(0);
  expect(() => draw([rows[0]!, { step: 1, spectrum: [1] }])).toThrow(
    "every spectrum needs 3 shares",
  );
  expect(() => draw([rows[1]!, rows[0]!])).toThrow("in order of step");
});

test("the table has a column for each irrep", () => {
  const table = cellsOf(spectrumTimelineTable(rows.slice(0, 2), { document: page() }));
  expect(table[1]).toEqual(["1", "0\u202f%", "80.0\u202f%", "20.0\u202f%"]);
});
