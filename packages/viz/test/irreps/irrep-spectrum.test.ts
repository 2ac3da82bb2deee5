import { hueColour, irrepSpectrum, irrepSpectrumTable, type SpectrumFrame } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

const frames: SpectrumFrame[] = [
  {
    step: 0,
    nodes: [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
  },
  {
    step: 50,
    nodes: [
      [0, 0, 0, 9],
      [0, 3, 1, 0],
      [0, 0, 0, 0],
    ],
  },
];
const draw = (of: readonly SpectrumFrame[] = frames, options = {}) =>
  find(irrepSpectrum(of, { document: page(), theme: "light", ...options }));

test("a node is one row in all panels, ordered by the irrep that it holds at last", () => {
  const drawn = draw();
  const panel = drawn.marks("panel")[1]!;
  const top = Number(panel.getAttribute("y"));
  const height = Number(panel.getAttribute("height")) / 3;
  const full = drawn.marks("cells").find((cell) => cell.getAttribute("fill-opacity") === "1")!;
  expect(full.getAttribute("fill")).toBe(hueColour({ place: 3, of: 4 }, "light"));
  // node 2 has no weight and node 1 holds irrep 1: node 0, which holds irrep 3, is the last row
  const [, , y] = full.getAttribute("d")!.match(/M([\d.]+),([\d.]+)/)!;
  expect(Number(y)).toBeCloseTo(top + 2 * height, 1);
});

test("the caption counts pure nodes and irreps held", () => {
  expect(draw().desc).toContain("0 of 3 at step 0, 2 of 3 at step 50");
  expect(draw().desc).toContain("At the end 2 of 3 nontrivial irreps are held.");
});

test("the table counts nodes by irrep, with names that were given", () => {
  const names = ["1", "sign", "d = 2", "d = 3"];
  const rows = cellsOf(irrepSpectrumTable(frames, { document: page(), names }));
  expect(rows).toEqual([
    ["1", "0", "0"],
    ["sign", "0", "1"],
    ["d = 2", "0", "0"],
    ["d = 3", "0", "1"],
  ]);
});

test("nothing, frames that do not match, many nodes and irreps", () => {
  expect(draw([]).desc).toBe("no nodes to show");
  expect(draw([{ step: 0, nodes: [] }]).desc).toBe("no nodes to show");
  expect(() => draw([frames[0]!, { step: 1, nodes: [[1]] }])).toThrow("3 nodes with 4 masses each");
  expect(() => draw(Array(9).fill(frames[0]))).toThrow("at most 8 steps; got 9");
  const many = {
    step: 0,
    nodes: Array.from({ length: 2000 }, (_, j) =>
      Float64Array.from({ length: 500 }, (_, k) => (j * k) % 7),
    ),
  };
  const drawn = draw([many]);
  expect(drawn.desc).toContain("of 2,000 nodes are drawn");
  expect(drawn.svg.outerHTML.length).toBeLessThan(3_000_000);
});
