import { type AnsweredRow, type Reading, readingCurve, readingTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const metrics: AnsweredRow[] = [0, 1, 10, 100].map((step, i) => ({ step, testAccuracy: i / 4 }));
const reading: Reading = {
  name: "bits",
  rows: [
    { step: 1, value: 1000, testAccuracy: 0.1 },
    { step: 10, value: 12.5, testAccuracy: 1 },
  ],
  level: { name: "the bare answers", value: 100 },
  madeFrom: "read back",
};
const draw = (of: Reading = reading, rows = metrics) =>
  find(readingCurve(rows, of, { document: page() }));

test("accuracy lies above, the reading below, over the same steps", () => {
  const drawn = draw();
  const [accuracy, values] = ["test line", "reading"].map((name) => drawn.pieces(name)[0]!);
  expect(accuracy).toHaveLength(3); // step 0 has no place on a log axis
  expect(values).toHaveLength(2);
  expect(values![1]!.x).toBeCloseTo(accuracy![1]!.x, 1);
  expect(accuracy![2]!.x).toBeGreaterThan(accuracy![1]!.x);
  expect(values![1]!.y).toBeGreaterThan(values![0]!.y);
  expect(values![0]!.y).toBeGreaterThan(accuracy![0]!.y);
});

test("what was made from the reading has rings, the level a dashed line with its name", () => {
  const drawn = draw();
  const rings = drawn.marks("made").map((ring) => Number(ring.getAttribute("cx")));
  const values = drawn.pieces("reading")[0]!;
  expect(rings).toHaveLength(2);
  for (const [i, cx] of rings.entries()) expect(cx).toBeCloseTo(values[i]!.x, 1);
  const [level] = drawn.marks("level");
  expect(level!.getAttribute("stroke-dasharray")).not.toBeNull();
  const at = Number(/,([\d.]+)/.exec(level!.getAttribute("d")!)![1]);
  expect(at).toBeGreaterThan(values[0]!.y);
  expect(at).toBeLessThan(values[1]!.y);
  textAt(drawn, "the bare answers");
  textAt(drawn, "read back");
});

test("says and lists the readings", () => {
  expect(draw().desc).toBe(
    "From 1,000 at step 1 to 12.5 at step 10. Test accuracy is 75.0\u202f% by then. And read back: 100\u202f%.",
  );
  expect(cellsOf(readingTable(metrics, reading, { document: page() }))).toEqual([
    ["1", "1,000", "10.0\u202f%"],
    ["10", "12.5", "100\u202f%"],
  ]);
});

test("a live picture keeps its size, from nothing to the end", () => {
  const height = (drawn: ReturnType<typeof draw>) => drawn.svg.getAttribute("height");
  const empty = draw({ ...reading, rows: [] }, []);
  expect(empty.desc).toBe("nothing measured yet");
  expect(height(empty)).toBe(height(draw()));
});

test("steps must ascend", () => {
  const rows = [...reading.rows].reverse();
  expect(() => draw({ ...reading, rows })).toThrow("in order of step");
});
