import { type StageRow, stageTable, stageTimeline } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const rows: StageRow[] = Array.from({ length: 101 }, (_, step) => ({
  step,
  gradientNorm: step === 40 ? 10 : 1,
  topTurn: step < 30 ? 0.1 : 0.5,
  hiddenTurn: step < 60 ? 0.01 : 0.5,
}));
const draw = (of: readonly StageRow[] = rows, options = {}) =>
  find(stageTimeline(of, { document: page(), scale: "linear", ...options }));

test("every line has its values over the same steps", () => {
  const drawn = draw();
  const end = textAt(drawn, "100");
  const [left, right] = [drawn.texts.find(({ text, y }) => text === "0" && y === end.y)!.x, end.x];
  for (const name of ["gradientNorm", "topTurn", "hiddenTurn"]) {
    const [line] = drawn.pieces(name);
    expect(line).toHaveLength(rows.length);
    expect(line![0]!.x).toBeCloseTo(left!, 1);
    expect(line!.at(-1)!.x).toBeCloseTo(right!, 1);
  }
  const [gradient] = drawn.pieces("gradientNorm");
  const highest = gradient!.reduce((best, point) => (point.y < best.y ? point : best));
  expect(highest.x).toBeCloseTo(left! + 0.4 * (right! - left!), 1);
  const [top, hidden] = ["topTurn", "hiddenTurn"].map((name) => drawn.pieces(name)[0]![0]!.y);
  const zero = drawn.texts.filter(({ text }) => text === "0").at(-1)!.y;
  expect((zero - hidden!) / (zero - top!)).toBeCloseTo(0.1, 1);
});

test("lines are named, and told apart without colour", () => {
  const drawn = draw();
  for (const name of ["‖G_F‖", "ΔV", "ΔW"]) textAt(drawn, name);
  expect(drawn.marks("topTurn")[0]!.getAttribute("stroke-dasharray")).toBeNull();
  expect(drawn.marks("hiddenTurn")[0]!.getAttribute("stroke-dasharray")).not.toBeNull();
});

test("the caption names the peaks", () => {
  expect(draw().desc).toContain("largest at step 40");
  expect(draw().desc).toContain(
    "V has made half of its turn by step 30, the hidden layer W by step 60",
  );
});

test("nothing, one row, NaN, rows out of order", () => {
  expect(draw([]).desc).toBe("nothing measured yet");
  expect(draw([rows[1]!], { scale: "log" }).marks("topTurn")).toHaveLength(1);
  const bare = rows.map((row) => ({ ...row, hiddenTurn: Number.NaN }));
  expect(draw(bare).svg.outerHTML).not.toContain("NaN");
  expect(() => draw([rows[2]!, rows[1]!])).toThrow("row 1 has step 1 after 2");
});

test("a million rows are thinned with their peak", () => {
  const long = Array.from({ length: 1_000_000 }, (_, step) => ({
    ...rows[0]!,
    step,
    gradientNorm: step === 777_777 ? 100 : 1,
  }));
  const drawn = draw(long);
  expect(drawn.desc).toContain("largest at step 777,777");
  expect(drawn.svg.outerHTML.length).toBeLessThan(200_000);
});

test("the table has at most 41 rows, the last step among them", () => {
  const stages = [{ stage: 2, since: 0, until: 100 }] as const;
  const table = cellsOf(stageTable(rows, { document: page(), stages }));
  expect(table.length).toBeLessThanOrEqual(41);
  expect(table.at(-1)).toEqual(["100", "1.00", "0.500", "0.500", "II"]);
});
