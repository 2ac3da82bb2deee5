import { expect, test } from "vitest";
import { median, summarise } from "../src/statistics.ts";

test("the median is the middle value, or the mean of both middle values", () => {
  expect(median([7])).toBe(7);
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 3, 100])).toBe(3.5);
});

test("a summary leaves the times as they are", () => {
  const times = [3, 1, 2];
  expect(summarise(times)).toEqual({ median: 2, minimum: 1, count: 3 });
  expect(times).toEqual([3, 1, 2]);
});
