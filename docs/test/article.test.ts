import { task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { entries } from "../src/article/disguise.ts";
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
