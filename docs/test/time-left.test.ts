import { expect, test } from "vitest";
import { Stopwatch, secondsLeft } from "../src/live/time-left.ts";

const measured = { least: 500, median: 600, most: 900 };

test("the time left is that to the middle of the runs measured, then to the last of them", () => {
  expect(secondsLeft(20, 100, measured)).toBe(10);
  expect(secondsLeft(20, 600, measured)).toBe(6);
  expect(secondsLeft(20, 900, measured)).toBe(null);
});

test("a pause does not count, and a second must have gone", () => {
  const watch = new Stopwatch();
  watch.read(0, 5000);
  watch.read(10, 5500);
  expect(watch.perStep).toBeUndefined();
  watch.read(20, 6000);
  expect(watch.perStep).toBe(50);
  watch.begin();
  watch.read(20, 90_000);
  watch.read(60, 92_000);
  expect(watch.perStep).toBe(50);
});
