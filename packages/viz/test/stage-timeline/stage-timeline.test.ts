import { type StageRow, stageTable, stageTimeline } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const rows: StageRow[] = Array.from({ length: 101 }, (_, step) => ({
  step,
  gradientNorm: step === 40 ? 10 : 1,
  topTurn: step < 30 ? 0.1 : 0.5,
  hiddenTurn: step < 60 ? 0.01 : 0.5,
  nodeGram: 0.04,
  sampleGram: 0.02,
}));
const draw = (of: readonly StageRow[] = rows, options = {}) =>
  find(stageTimeline(of, { document: page(), scale: "linear", ...options }));

test("every line has its values over the same steps", () => {
  const drawn = draw();
  const end = textAt(drawn, "100");
  const [left, right] = [drawn.texts.find(({ text, y }) => text === "0" && y === end.y)!.x, end.x];
  for (const name of ["gradientNorm", "topTurn", "hiddenTurn", "nodeGram", "sampleGram"]) {
    const [line] = drawn.pieces(name);
    expect(line).toHaveLength(rows.length);
    expect(line![0]!.x).toBeCloseTo(left!, 1);
    expect(line!.at(-1)!.x).toBeCloseTo(right!, 1);
  }
  const [gradient] = drawn.pieces("gradientNorm");
  const highest = gradient!.reduce((best, point) => (point.y < best.y ? point : best));
  expect(highest.x).toBeCloseTo(left! + 0.4 * (right! - left!), 1);
  const [nodes, samples] = ["nodeGram", "sampleGram"].map((name) => drawn.pieces(name)[0]![0]!.y);
  const zero = drawn.texts.filter(({ text }) => text === "0").at(-1)!.y;
  expect((zero - nodes!) / (zero - samples!)).toBeCloseTo(2, 1);
});

test("lines are named, and told apart without colour", () => {
  const drawn = draw();
  for (const name of ["‖G_F‖", "ΔV", "ΔW", "nodes", "samples"]) textAt(drawn, name);
  expect(drawn.marks("topTurn")[0]!.getAttribute("stroke-dasharray")).toBeNull();
  expect(drawn.marks("hiddenTurn")[0]!.getAttribute("stroke-dasharray")).not.toBeNull();
});

test("the caption names the peaks", () => {
  expect(draw().desc).toContain("largest at step 40");
  expect(draw().desc).toContain(
    "V has made half of its turn by step 30, the hidden layer W by step 60",
  );
  expect(draw().desc).toContain("at most 4.0\u202f%");
});

test("without Gram matrices two panels are left, and the caption and the table say nothing of them", () => {
  const bare = rows.map(({ nodeGram: _, sampleGram: __, ...row }) => row);
  const drawn = draw(bare);
  expect(drawn.marks("nodeGram")).toHaveLength(0);
  expect(drawn.marks("hiddenTurn")).toHaveLength(1);
  expect(drawn.desc).not.toContain("Gram");
  expect(cellsOf(stageTable(bare, { document: page() }))[0]).toHaveLength(5);
});

test("nothing, one row, NaN, rows out of order", () => {
  expect(draw([]).desc).toBe("nothing measured yet");
  expect(draw([rows[1]!], { scale: "log" }).marks("nodeGram")).toHaveLength(1);
  const bare = rows.map((row) => ({ ...row, nodeGram: Number.NaN }));
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
  expect(table.at(-1)).toEqual(["100", "1.00", "0.500", "0.500", "4.0\u202f%", "2.0\u202f%", "II"]);
});
