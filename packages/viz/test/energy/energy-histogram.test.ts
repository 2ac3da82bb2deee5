import { energyHistogram, energyHistogramTable, type NodeEnergy } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const nodes: NodeEnergy[] = [
  ...Array.from({ length: 30 }, () => ({ energy: 4.1, kind: "generalising" as const })),
  ...Array.from({ length: 20 }, () => ({ energy: 1.1, kind: "mixed" as const })),
  ...Array.from({ length: 10 }, () => ({ energy: 1.1, kind: "memorising" as const })),
];
const levels = [{ energy: 4, name: "E*" }];
const draw = (of: readonly NodeEnergy[] = nodes, at = levels) =>
  find(energyHistogram(of, at, { document: page() }));
const box = (bar: Element) =>
  ["x", "y", "width", "height"].map((name) => Number(bar.getAttribute(name))) as [
    number,
    number,
    number,
    number,
  ];

test("bars are as high as their counts, and stand upon each other", () => {
  const drawn = draw();
  const [generalising, mixed, memorising] = ["generalising", "mixed", "memorising"].map(
    (kind) => drawn.marks(kind).map(box)[0]!,
  );
  const zero = textAt(drawn, "0").y;
  expect(drawn.marks("generalising")).toHaveLength(1);
  expect(generalising![3] / mixed![3]).toBeCloseTo(1.5, 1);
  expect(mixed![3] / memorising![3]).toBeCloseTo(2, 1);
  expect(memorising![1] + memorising![3]).toBeCloseTo(mixed![1], 1);
  expect(zero).toBeGreaterThan(0);
});

test("a level stands where its energy is, and lies in the bin beside its nodes", () => {
  const drawn = draw();
  const level = Number(
    drawn
      .marks("level")[0]!
      .getAttribute("d")!
      .match(/[\d.]+/)![0],
  );
  const [two, four] = ["2", "4"].map((tick) => drawn.texts.find((t) => t.text === tick)!.x);
  expect(Math.abs(level - four!)).toBeLessThan(1);
  const [x, , width] = box(drawn.marks("generalising")[0]!);
  const perUnit = (four! - two!) / 2;
  expect(x).toBeLessThan(four! + 0.1 * perUnit);
  expect(x + width).toBeGreaterThan(four! + 0.1 * perUnit - 1);
});

test("the caption counts what generalises and what is near a level", () => {
  expect(draw().desc).toContain("30 of 60 nodes generalise; 30 of these");
  expect(draw(nodes, []).desc).toBe("30 of 60 nodes generalise.");
});

test("nothing, one node, NaN, all alike, a million", () => {
  expect(draw([]).desc).toBe("no nodes to show");
  expect(draw([nodes[0]!]).marks("generalising")).toHaveLength(1);
  const bad = { energy: Number.NaN, kind: "mixed" as const };
  expect(draw([...nodes, bad]).desc).toContain("1 nodes without an energy are left out");
  expect(draw([{ energy: 0, kind: "mixed" }], []).marks("mixed")).toHaveLength(1);
  const many = Array.from({ length: 1_000_000 }, (_, i) => ({
    energy: i % 97,
    kind: "mixed" as const,
  }));
  expect(draw(many).marks("mixed").length).toBeLessThan(60);
});

test("the table's counts add up to the nodes", () => {
  const rows = cellsOf(energyHistogramTable(nodes, levels, { document: page() }));
  const sum = rows
    .slice(0, -1)
    .reduce((sum, row) => sum + row.slice(1).reduce((a, b) => a + Number(b), 0), 0);
  expect(sum).toBe(60);
  expect(rows.at(-1)![0]).toBe("E*: 4.00");
});
