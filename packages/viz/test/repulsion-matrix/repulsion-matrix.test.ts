import { type RepulsionRecord, repulsionMatrix, repulsionTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

// nodes 0 and 1 are alike and push each other apart; 2 is opposite to both
const record: RepulsionRecord = {
  size: 3,
  similarity: [1, 0.9, -0.4, 0.9, 1, -0.2, -0.4, -0.2, 1],
  interaction: [2, -0.8, 0.3, -0.8, 2, -0.1, 0.3, -0.1, 2],
  blocks: [
    { end: 2, name: "k = 1" },
    { end: 3, name: "k = 2" },
  ],
};
const draw = (of: RepulsionRecord) => find(repulsionMatrix(of, { document: page() }));

test("likeness stands above the diagonal, what nodes do to each other below", () => {
  const cells = draw(record).marks("cells");
  const rows = (name: string) =>
    cells
      .filter((cell) => cell.getAttribute("class") === `fill-${name}`)
      .flatMap((cell) => [...cell.getAttribute("d")!.matchAll(/M([\d.]+),([\d.]+)/g)])
      .map(([, x, y]) => `${x},${y}`);
  const [plus, minus] = [rows("plus"), rows("minus")];
  const left = Math.min(...[...plus, ...minus].map((at) => Number(at.split(",")[0])));
  const top = Math.min(...[...plus, ...minus].map((at) => Number(at.split(",")[1])));
  const at = (list: string[]) =>
    list.map((pair) => {
      const [x, y] = pair.split(",").map(Number);
      return [Math.round((y! - top) / 130), Math.round((x! - left) / 130)] as const;
    });
  expect(at(plus)).toHaveLength(2);
  expect(at(minus)).toHaveLength(4);
  // 0-1 alike (above), 0-2 pulling (below)
  expect(at(plus).some(([row, column]) => row < column)).toBe(true);
  expect(at(plus).some(([row, column]) => row > column)).toBe(true);
});

test("the caption counts opposed signs, of the strongest and of all", () => {
  expect(draw(record).desc).toContain("opposite signs in 100\u202f% of the tenth");
  expect(draw(record).desc).toContain("66.7\u202f% of all 3");
});

test("blocks are named and parted", () => {
  const drawn = draw(record);
  textAt(drawn, "k = 1");
  expect(drawn.marks("block")).toHaveLength(1);
});

test("the table has the strongest pairs first", () => {
  expect(cellsOf(repulsionTable(record, { document: page() }))).toEqual([
    ["0, 1", "0.900", "-0.800"],
    ["0, 2", "-0.400", "0.300"],
    ["1, 2", "-0.200", "-0.100"],
  ]);
});

test("no nodes, one node, a thousand, and what does not match", () => {
  expect(draw({ size: 0, similarity: [], interaction: [] }).desc).toBe("no nodes to show");
  expect(draw({ size: 1, similarity: [1], interaction: [1] }).desc).toBe("no nodes to show");
  const values = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i));
  const large = draw({ size: 1000, similarity: values, interaction: values });
  expect(large.desc).toContain("200 of 1,000 nodes are drawn");
  expect(() => draw({ ...record, size: 4 })).toThrow("4 nodes need 16 values in each matrix");
});
