import { InputError } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  columnOf,
  groupRuns,
  holds,
  median,
  medianInterval,
  type ResultRun,
  readWhere,
  varyingSettings,
} from "../../src/index.ts";

const run = (seed: number, fraction: number, generalisedAt: number | null, state = "goal") =>
  ({
    id: `r${seed}-${fraction}`,
    state,
    generalisedAt,
    steps: 100,
    config: { task: "cyclic:7", seed, split: { fraction }, optimiser: { kind: "adam" } },
  }) as ResultRun;

const runs = [
  run(1, 0.5, 30),
  run(2, 0.5, 10),
  run(3, 0.5, null, "steps"),
  run(1, 0.25, null, "diverged"),
  run(2, 0.25, null, "unfinished"),
];

test("columns are outcomes and settings", () => {
  expect(columnOf(runs[0], "split.fraction")).toBe(0.5);
  expect(columnOf(runs[0], "generalisedAt")).toBe(30);
  expect(runs.map((one) => columnOf(one, "came"))).toEqual([true, true, false, false, null]);
  expect(columnOf(runs[0], "optimiser.momentum")).toBeNull();
  expect(varyingSettings(runs)).toEqual(["split.fraction"]);
});

test.each([
  ["split.fraction >= 0.5", 3],
  ["split.fraction < 0.5 and state = diverged", 1],
  ["came = yes", 2],
  ["generalisedAt = never", 3],
  ["generalisedAt > 0", 2],
  ["task = cyclic:7 and state != unfinished", 4],
])("where %s", (text, count) => {
  const where = readWhere(text);
  const chosen = runs.filter((one) =>
    where.every((condition) => holds(condition, (name) => columnOf(one, name))),
  );
  expect(chosen).toHaveLength(count);
});

test.each([
  ["split.fracton > 0.5", "did you mean split.fraction?"],
  ["generalisdAt > 5", "did you mean generalisedAt?"],
  ["split.fraction", "no comparison"],
  ["task > cyclic:7", "compares with no number"],
])("where %s is refused", (text, said) => {
  expect(() => readWhere(text)).toThrow(InputError);
  expect(() => readWhere(text)).toThrow(said);
});

test("groups count those that have ended, and order their medians with those that never came last", () => {
  const groups = groupRuns(runs, ["split.fraction"], ["generalisedAt"]);
  expect(groups).toMatchObject([
    {
      values: { "split.fraction": 0.25 },
      runs: 1,
      came: 0,
      medians: { generalisedAt: { median: null } },
    },
    {
      values: { "split.fraction": 0.5 },
      runs: 3,
      came: 2,
      medians: { generalisedAt: { median: 30, low: 10, high: null } },
    },
  ]);
  // Wilson's interval of 2 of 3, by his formula
  expect(groups[1].share.low).toBeCloseTo(0.2077, 4);
  expect(groups[1].share.high).toBeCloseTo(0.9385, 4);
  expect(groupRuns(runs, [], [])).toHaveLength(1);
});

test("the interval of a median is the same each time, and holds the median", () => {
  const values = Array.from({ length: 41 }, (_, i) => (i * 17) % 41);
  const interval = medianInterval(values);
  expect(medianInterval(values.toReversed())).toEqual(interval);
  expect(median(values)).toBe(20);
  // by the binomial, the order statistics 14 and 28 of 41 hold the median with 95 %
  expect(interval.low).toBeGreaterThanOrEqual(11);
  expect(interval.low).toBeLessThan(17);
  expect(interval.high).toBeGreaterThan(23);
  expect(interval.high).toBeLessThanOrEqual(29);
  expect(medianInterval([])).toEqual({ low: null, high: null });
  expect(medianInterval([5])).toEqual({ low: 5, high: 5 });
});
