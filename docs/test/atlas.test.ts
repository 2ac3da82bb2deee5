import { areIsomorphic, isAbelian, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { entries, groupOf } from "../src/atlas/names.ts";
import { portrait } from "../src/atlas/portrait.ts";
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
