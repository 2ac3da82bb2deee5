import { expect, test } from "vitest";
import { checksOf, holds } from "../src/checks.ts";
import { names } from "../src/contestants/names.ts";
import type { Timing } from "../src/measure/race.ts";
import { timing } from "./timing.ts";

const checksOn = (timings: readonly Timing[]) => checksOf({ timings, absences: [], growths: [] });

const measuredValue = (timings: readonly Timing[], id: string, where: string) =>
  checksOn(timings).find((check) => check.id === id && check.where === where)?.value;

test("a ratio is the slower median over the faster one, at the same number of threads", () => {
  const timings = [
    timing("A", names.plain, 1, 40),
    timing("A", names.plain, 2, 25),
    timing("A", names.idiomatic, 1, 3200),
    timing("A", names.byHand, 1, 30),
  ];
  expect(measuredValue(timings, "over-tfjs-idiomatic", "A, 1 thread")).toBe(80);
  expect(measuredValue(timings, "over-by-hand", "A, 1 thread")).toBe(0.75);
  expect(measuredValue(timings, "second-thread", "A, 2 threads")).toBe(1.6);
});

test("of one thread the ratio of processor time is given as well", () => {
  const busy = timing("A", names.byHand, 1, 90);
  const timings = [
    timing("A", names.plain, 1, 40),
    timing("A", names.plain, 2, 25),
    { ...busy, step: { ...busy.step, processor: 32 } },
  ];
  const found = (id: string) => checksOn(timings).find((check) => check.id === id);
  expect(found("over-by-hand")?.ofProcessor).toBe(1);
  expect(found("second-thread")?.ofProcessor).toBeNull();
});

test("the paper's loop pays for each evaluation, a run of ours for every tenth", () => {
  const timings = [timing("A", names.plain, 1, 40, 20), timing("A", names.paper, 1, 100, 110)];
  expect(measuredValue(timings, "over-paper-loop", "A, 1 thread")).toBe(210 / 42);
  expect(measuredValue(timings, "over-paper-loop-every-step", "A, 1 thread")).toBe(210 / 60);
});

test("what did not take part leaves its ratios open, and breaks none", () => {
  const checks = checksOn([timing("A", names.plain, 1, 40)]);
  const open = checks.find(({ id }) => id === "over-tfjs-idiomatic")!;
  expect(open.value).toBeNull();
  expect(checks.every(holds)).toBe(true);
  expect(checks.some(({ where }) => where.startsWith("B"))).toBe(false);
});

test("a floor breaks from below, a ceiling from above", () => {
  const check = { id: "x", title: "x", where: "A", unit: "×" } as const;
  expect([1.49, 1.5, 9].map((value) => holds({ ...check, value, floor: 1.5 }))).toEqual([
    ...[false, true, true],
  ]);
  expect([60, 60.1].map((value) => holds({ ...check, value, ceiling: 60 }))).toEqual([true, false]);
});

test("sweep, memory, allocation and the first step are watched where they were measured", () => {
  const checks = checksOf({
    timings: [timing("A", names.plain, 1, 40), timing("A", names.plain, 2, 25)],
    absences: [],
    growths: [],
    sweep: { configuration: "S", oneAtATime: 3000, twoAtATime: 4500, gain: 1.5 },
    allocations: { steps: 1000, bytesOfAStep: 100, collections: 0, outsideBytes: 0 },
    firstStep: { importing: 500, preparing: 40, stepping: 100 },
  });
  const found = (id: string) => checks.filter((check) => check.id === id);
  expect(found("sweep").map(holds)).toEqual([false]);
  expect(found("memory").map(({ where, value }) => [where, value])).toEqual([
    ["A, 1 thread", 12],
    ["A, 2 threads", 12],
  ]);
  expect(found("allocation").map(({ value }) => value)).toEqual([100]);
  expect(found("first-step").map(({ value }) => value)).toEqual([140]);
});
