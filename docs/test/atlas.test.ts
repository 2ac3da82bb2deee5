import { areIsomorphic, isAbelian, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { sortedByPowers } from "../src/atlas/cosets.ts";
import { entries, groupOf } from "../src/atlas/names.ts";
import { orbits } from "../src/atlas/orbits.ts";
import { portrait } from "../src/atlas/portrait.ts";
import { sheet, sheetImage } from "../src/atlas/thumbnails.ts";
import { exact } from "../src/atlas/values.ts";

test("every group of order 2 to 31 is there once, under a name of its own", () => {
  const all = entries();
  expect(all.length).toBe(92);
  expect(new Set(all.map(({ name }) => name)).size).toBe(92);
  const named = (order: number, id: number) =>
    all.find((entry) => entry.order === order && entry.id === id)?.name;
  expect(named(6, 1)).toBe("S₃");
  expect(named(8, 4)).toBe("Q₈");
  expect(named(21, 1)).toBe("Z₇ ⋊ Z₃");
  expect(named(30, 2)).toBe("D₅ × Z₃");
});

test("a portrait says what is true of its group", () => {
  for (const entry of entries()) {
    const group = groupOf(entry);
    const { sorted, classes, characters, abelian, maxima } = portrait(group);
    expect([...sorted].sort((a, b) => a - b)).toEqual(
      Array.from({ length: entry.order }, (_, i) => i),
    );
    expect(classes.reduce((sum, { size }) => sum + size, 0)).toBe(entry.order);
    expect(characters.length).toBe(classes.length);
    expect(abelian).toBe(isAbelian(group));
    const squares = maxima.reduce(
      (sum, { degree, type, count }) => sum + count * degree ** 2 * (type === "C" ? 2 : 1),
      1,
    );
    expect(squares).toBe(entry.order);
  }
});

test("the task behind 'train this one' is that group", () => {
  expect(areIsomorphic(task("small:21,1").group!, groupOf({ order: 21, id: 1 }))).toBe(true);
});

test.each([
  [1, 0, "1"],
  [-0.5, Math.sqrt(3) / 2, "(−1+i√3)/2"],
  [0, -1, "−i"],
  [Math.sqrt(2), 0, "√2"],
  [(1 - Math.sqrt(5)) / 2, 0, "(1−√5)/2"],
  [Math.cos(0.3), 0, "0.955"],
])("%f + %fi is written %s", (re, im, text) => {
  expect(exact(re, im)).toBe(text);
});

test("small Cayley tables have a place of their own on the sheet, which is small itself", () => {
  const { width, height, places } = sheet;
  expect(places.size).toBe(92);
  const taken = new Set<number>();
  for (const entry of entries()) {
    const { x, y, cell } = places.get(entry.slug)!;
    expect(x + entry.order).toBeLessThanOrEqual(width);
    expect(y + entry.order).toBeLessThanOrEqual(height);
    expect(cell * entry.order).toBeLessThanOrEqual(72);
    for (let row = y; row < y + entry.order; row++) {
      for (let column = x; column < x + entry.order; column++) taken.add(row * width + column);
    }
  }
  expect(taken.size).toBe(entries().reduce((sum, { order }) => sum + order ** 2, 0));
  expect(sheetImage("light").length).toBeLessThan(20_000);
});

test("irreps are drawn where they tell more than two elements apart and x turns them", () => {
  const drawn = (order: number, id: number) => {
    const group = groupOf({ order, id });
    return orbits(group, sortedByPowers(group)).irreps.map(({ name }) => name);
  };
  expect(drawn(4, 2)).toEqual([]);
  expect(drawn(8, 4)).toEqual(["χ4, d = 2"]);
  expect(drawn(31, 1).length).toBe(15);
});
