import { expect, test } from "vitest";
import { median, summarise } from "../src/statistics.ts";

test("the median is the middle value, or the mean of both middle values", () => {
  expect(median([7])).toBe(7);
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 3, 100])).toBe(3.5);
});

test("a summary is of all turns, each step with its share of the processor's time", () => {
  const turns = [
    { milliseconds: [3, 1], processor: 5 },
    { milliseconds: [2], processor: 4 },
  ];
  expect(summarise(turns)).toEqual({ median: 2, minimum: 1, processor: 3, count: 3 });
});
