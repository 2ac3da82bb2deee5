import { task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { entries } from "../src/article/disguise.ts";
import { crossSection } from "../src/article/peaks.ts";
import { orders, shareOfTable } from "../src/article/share-of-table.ts";

const tables = ["cyclic:11", "dihedral:5"];

test.each(tables)("the disguise of %s keeps the table and hides its order", (id) => {
  const plain = entries(task(id), false);
  const disguised = entries(task(id), true);
  const byIndex = new Map(plain.map((entry) => [entry.index, entry]));
  const renamed = new Map<string, string>();
  for (const { index, row, column, answer } of disguised) {
    const own = byIndex.get(index)!;
    for (const [name, other] of [
      [own.row, row],
      [own.column, column],
      [own.answer, answer],
    ] as const) {
      expect(renamed.get(name) ?? other).toBe(other);
      renamed.set(name, other);
    }
  }
  expect(new Set(renamed.values()).size).toBe(task(id).classes);
  const stripes = (shown: typeof plain) =>
    shown.filter(({ place }, i) => {
      const next = (place - (shown[i - 1]?.place ?? place)) * (task(id).classes - 1);
      return Math.abs(Math.round(next)) === 1;
    }).length;
  expect(stripes(disguised)).toBeLessThan(stripes(plain) / 2);
});

test("the law's share is 2.7482 ln M / M", () => {
  for (const order of orders) {
    const { side } = shareOfTable(order, "en");
    expect(side ** 2).toBeCloseTo((2.7482 * Math.log(order)) / order, 10);
  }
  expect(shareOfTable(1000, "en").says).toContain("18,984 of 1,000,000 entries: 1.9");
});

test("with more data the generalising peak appears, overtakes the other, and is left alone", () => {
  const [few, some, more, most] = [0.2, 0.6, 0.7, 0.95].map(crossSection);
  expect(few!.memorising.peak).toBe(true);
  expect(few!.generalising.peak).toBe(false);
  expect(some!.generalising.peak).toBe(true);
  expect(some!.generalising.energy).toBeLessThan(some!.memorising.energy);
  expect(more!.memorising.peak).toBe(true);
  expect(more!.generalising.energy).toBeGreaterThan(more!.memorising.energy);
  expect(most!.memorising.peak).toBe(false);
  expect(most!.generalising.peak).toBe(true);
});

test("the way between the peaks runs over both, and falls from each", () => {
  const { memorising, generalising, way } = crossSection(0.6);
  for (const [at, { energy }] of [
    [0, memorising],
    [1, generalising],
  ] as const) {
    const near = way.filter((point) => Math.abs(point.at - at) < 0.1);
    expect(near.length).toBeGreaterThan(5);
    const top = Math.max(...near.map((point) => point.energy));
    expect(top).toBeLessThanOrEqual(energy + 1e-6);
    expect(energy - top).toBeLessThan(1e-2);
  }
});
