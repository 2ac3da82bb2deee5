import { describe, expect, test } from "vitest";
import {
  areIsomorphic,
  characterTable,
  conjugacyClasses,
  elementOrders,
  fromCayleyTable,
  InputError,
  identify,
  isAbelian,
  isNilpotent,
  isSolvable,
  loadSmallGroups,
  smallGroup,
  smallGroupCount,
} from "../../src/index.ts";
import { catalog, histogram, relabelled, sorted, tabulated } from "../catalog.ts";
import counts from "../fixtures/counts-per-order.json" with { type: "json" };

const orders = Array.from({ length: 127 }, (_, i) => i + 1);

describe("smallGroup", () => {
  test("knows all 1268 groups of order up to 127", () => {
    const known = counts as Record<string, { all: number }>;
    for (const order of orders) expect(smallGroupCount(order)).toBe(known[order].all);
    expect(orders.reduce((sum, order) => sum + smallGroupCount(order), 0)).toBe(1268);
  });

  test.each(tabulated)("$order, $id is isomorphic to GAP's ($name)", ({ order, id, group }) => {
    expect(areIsomorphic(smallGroup(order, id), group)).toBe(true);
  });

  test.each(catalog)("$order, $id has GAP's invariants ($name)", (entry) => {
    const group = smallGroup(entry.order, entry.id);
    expect(sorted(conjugacyClasses(group).sizes)).toEqual(sorted(entry.classSizes));
    expect(histogram(elementOrders(group))).toEqual(entry.elementOrderHistogram);
    const { degrees, indicators } = characterTable(group);
    expect(sorted(Array.from(degrees, (degree, k) => [degree, indicators[k]]))).toEqual(
      sorted(entry.frobeniusSchur.map((pair) => [...pair])),
    );
  });

  test.each([36, 60, 81, 120])("has GAP's numbers of kinds at order %i", (order) => {
    const known = (counts as Record<string, Record<string, number>>)[order];
    const groups = Array.from({ length: known.all }, (_, i) => smallGroup(order, i + 1));
    for (const group of groups) expect(() => fromCayleyTable(group.table)).not.toThrow();
    expect(groups.filter(isSolvable).length).toBe(known.solvable ?? 0);
    expect(groups.filter(isNilpotent).length).toBe(known.nilpotent ?? 0);
    expect(groups.filter(isAbelian).length).toBe(known.maxdeg1 ?? 0);
  });

  test("labels elements by words in its generators", () => {
    const group = smallGroup(12, 3);
    const labels = Array.from({ length: 12 }, (_, a) => group.label(a));
    expect(new Set(labels).size).toBe(12);
    expect(labels.slice(0, 3)).toEqual(["e", "g₃", "g₂"]);
    expect(group.multiply(labels.indexOf("g₂"), labels.indexOf("g₃"))).toBe(labels.indexOf("g₂g₃"));
  });

  test.each([
    [128, 1],
    [0, 1],
    [12, 6],
    [12, 0],
    [12, 1.5],
    [2.5, 1],
  ])("refuses %d, %d", (order, id) => {
    expect(() => smallGroup(order, id)).toThrow(InputError);
  });

  test("is ready from the start in Node", async () => {
    await expect(loadSmallGroups()).resolves.toBeUndefined();
  });
});

describe("identify", () => {
  test.each(catalog)("finds $order, $id ($name) again", ({ order, id }) => {
    expect(identify(relabelled(smallGroup(order, id)))).toEqual({ order, id });
  });

  test("tells the groups apart that are most alike", () => {
    for (const [order, id] of [
      [64, 262],
      [64, 180],
      [81, 13],
      [100, 12],
      [120, 35],
    ]) {
      expect(identify(relabelled(smallGroup(order, id)))).toEqual({ order, id });
    }
  });
});
