import { type Coverage, couponCollector, couponTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const coverages: Coverage[] = [
  {
    name: "Adam",
    source: "measured",
    rows: [
      { nodes: 10, covered: 4, low: 3, high: 5 },
      { nodes: 20, covered: 8, low: 7, high: 8 },
      { nodes: 40, covered: 8, low: 8, high: 8 },
    ],
  },
  {
    name: "theory",
    source: "theory",
    rows: Array.from({ length: 41 }, (_, nodes) => ({ nodes, covered: 8 * (1 - 0.9 ** nodes) })),
  },
];
const draw = (of: readonly Coverage[] = coverages, irreps = 8, options = {}) =>
  find(couponCollector(of, irreps, { document: page(), ...options }));

test("curves lie where their counts are", () => {
  const drawn = draw();
  const [line] = drawn.pieces("measured");
  const [zero, forty] = ["0", "40"].map((tick) => textAt(drawn, tick).x);
  const perNode = (forty! - zero!) / 40;
  expect(line![0]!.x).toBeCloseTo(zero! + 10 * perNode, 0);
  const [none, all] = [drawn.texts.filter(({ text }) => text === "0")[1]!.y, line![1]!.y];
  expect(line![0]!.y).toBeCloseTo((none + all) / 2, 0);
  expect(drawn.marks("theory")[0]!.getAttribute("stroke-dasharray")).not.toBeNull();
  expect(drawn.marks("range")).toHaveLength(1);
  expect(drawn.pieces("all")[0]![0]!.y).toBeCloseTo(all, -1);
});

test("the caption says who holds all, and from when on", () => {
  expect(draw().desc).toContain("Adam: all from 20 nodes on; theory: 7.9 with 40.");
  const dip = [{ ...coverages[0]!, rows: [...coverages[0]!.rows, { nodes: 50, covered: 7 }] }];
  expect(draw(dip).desc).toContain("Adam: 7 with 50.");
});

test("the table has every count of nodes", () => {
  const rows = cellsOf(couponTable(coverages, 8, { document: page() }));
  expect(rows[10]).toEqual(["10", "4", "5.21"]);
  expect(rows[11]).toEqual(["11", "–", "5.49"]);
});

test("nothing, NaN, too many, out of order", () => {
  expect(draw([]).desc).toBe("nothing measured yet");
  const bad = [{ ...coverages[0]!, rows: [{ nodes: 4, covered: Number.NaN }] }];
  expect(draw(bad).desc).toBe("nothing measured yet");
  expect(() => draw(coverages, 0)).toThrow("irreps must be a whole number ≥ 1; got 0");
  expect(() => draw(Array(9).fill(coverages[0]))).toThrow("at most 8 curves");
  const back = [{ ...coverages[0]!, rows: [...coverages[0]!.rows].reverse() }];
  expect(() => draw(back)).toThrow('the nodes of "Adam" must ascend; row 1 has 20');
  expect(draw(coverages, 8, { scale: "log" }).svg.outerHTML).not.toContain("NaN");
});
