import { InputError, randomStream, task, uniform } from "@grokscape/group-datasets";
import { limitCount } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";
import {
  columnOf,
  groupRuns,
  holds,
  median,
  medianInterval,
  type ResultRun,
  readWhere,
  sortRuns,
  varyingSettings,
  withLimits,
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

test("runs stand in the order of their values, those without one first", () => {
  const shuffled = [runs[1], { id: "damaged", state: "damaged" }, runs[4], runs[2], runs[0]];
  expect(sortRuns(shuffled, ["split.fraction", "seed"]).map(({ id }) => id)).toEqual([
    ...["damaged", "r2-0.25", "r1-0.5", "r2-0.5", "r3-0.5"],
  ]);
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

test("intervals hold what they are of about as often as they say, by brute force", () => {
  const stream = randomStream(8, "monte-carlo");
  const draws = (count: number) => Array.from({ length: count }, () => uniform(stream));
  const heldIn = (count: number) => {
    const trials = 200;
    let held = 0;
    for (let trial = 0; trial < trials; trial++) {
      const { low, high } = medianInterval(draws(count));
      if (Number(low) <= 0.5 && 0.5 <= Number(high)) held++;
    }
    return held / trials;
  };
  // of 5 the widest interval, from the least to the most, holds the median in 1 − 2/2⁵ = 94 % of cases
  expect(heldIn(5)).toBeCloseTo(1 - 2 / 2 ** 5, 1);
  expect(heldIn(20)).toBeGreaterThan(0.9);
  expect(heldIn(20)).toBeLessThan(0.98);

  // Wilson's interval of a share: every outcome of 10 runs, weighted by the binomial distribution
  const shares = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const coverage = shares.map((share) => {
    let weight = (1 - share) ** 10;
    let sum = 0;
    for (let came = 0; came <= 10; came++) {
      const group = Array.from({ length: 10 }, (_, i) => run(i, 0.5, i < came ? 5 : null));
      const { low, high } = groupRuns(group, [], [])[0].share;
      if (low <= share && share <= high) sum += weight;
      weight *= ((10 - came) / (came + 1)) * (share / (1 - share));
    }
    return sum;
  });
  expect(Math.min(...coverage)).toBeGreaterThan(0.9);
  expect(coverage.reduce((a, b) => a + b) / coverage.length).toBeCloseTo(0.955, 2);
});

test("what the examples of a run allow stands in columns of its own", () => {
  const of = (task: string, count: number, more = {}) => ({
    ...runs[0],
    config: runConfig({ task, split: { count }, ...more }),
  });
  const limited = withLimits([
    of("cyclic:23", 400),
    of("cyclic:23", 46),
    of("cyclic:23", 46, { model: { embedding: "trainable" } }),
    of("random-table:7", 40),
    { id: "damaged", state: "damaged" },
  ]);
  const column = (name: string) => limited.map((one) => columnOf(one, name));
  const [most, few, shared, ...others] = column("bestAccuracy");
  expect(most).toBe(1);
  expect(few).toBeLessThan(0.9);
  expect(shared).toBeGreaterThan(few as number);
  expect(others).toEqual([null, null]);
  const { mean } = limitCount(task("cyclic:23"), 0.99);
  expect(column("timesLimit").slice(0, 2)).toEqual([400 / mean, 46 / mean]);
  expect(column("timesLimit").slice(3)).toEqual([null, null]);
  expect(columnOf(runs[0], "bestAccuracy")).toBeNull();
});
