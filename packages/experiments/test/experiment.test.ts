import { task, trainCount } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { preset, presets, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import {
  baseline,
  configOf,
  due,
  type Experiment,
  guided,
  guidedRace,
  largePresets,
  methods,
  named,
  oneEmbedding,
  type PlannedRun,
  spread,
  variantName,
} from "../src/index.ts";

const words = { en: "?", "zh-cn": "？" };
const names = ["a 80", "a 60", "a 40", "b 80"];
const race: Experiment = {
  id: "race",
  title: words,
  question: words,
  base: { task: "cyclic:7" },
  variants: names.map((name, i) => ({
    name,
    changes: {},
    ...((i === 1 || i === 2) && { after: names[i - 1] }),
  })),
  seeds: [1, 2, 3, 4, 5],
  mayMiss: 1,
};

/** What is due, round by round, if `reaches` decides what comes of a run. */
function walk(reaches: (run: PlannedRun) => boolean, experiment = race): PlannedRun[][] {
  const came = new Map<string, boolean>();
  const key = (variant: string, seed: number) => `${variant}, ${seed}`;
  const rounds: PlannedRun[][] = [];
  for (;;) {
    const runs = due(experiment, race.seeds, (...run) => came.get(key(...run)));
    if (runs.length === 0) return rounds;
    for (const run of runs) {
      expect(came.has(key(run.variant, run.seed))).toBe(false);
      came.set(key(run.variant, run.seed), reaches(run));
    }
    rounds.push(runs);
  }
}

const trained = (rounds: PlannedRun[][], name: string) =>
  rounds
    .flat()
    .filter(({ variant }) => variant === name)
    .map(({ seed }) => seed);

describe("due", () => {
  test("all runs at once, where nothing depends on what came", () => {
    const { mayMiss: _, ...plain } = race;
    const variants = race.variants.map(({ name, changes }) => ({ name, changes }));
    const rounds = walk(() => false, { ...plain, variants });
    expect(rounds).toHaveLength(1);
    expect(rounds[0]).toHaveLength(4 * 5);
  });

  test("in a race all seeds of all variants where nothing is missed, by and by", () => {
    const rounds = walk(() => true);
    expect(rounds.flat()).toHaveLength(4 * 5);
    expect(rounds[0].map(({ variant, seed }) => [variant, seed])).toEqual([
      ["a 80", 1],
      ["a 80", 2],
      ["b 80", 1],
      ["b 80", 2],
    ]);
  });

  test("a variant is given up after two misses, and what comes after it", () => {
    const rounds = walk(({ variant }) => variant !== "a 60");
    expect(names.map((name) => trained(rounds, name))).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2],
      [],
      [1, 2, 3, 4, 5],
    ]);
  });

  test("after one miss it goes on, one run at a time", () => {
    const rounds = walk(({ variant, seed }) => variant.endsWith("80") && seed !== 2);
    expect(trained(rounds, "a 80")).toEqual([1, 2, 3, 4, 5]);
    expect(rounds[1].filter(({ variant }) => variant === "a 80")).toHaveLength(1);
    expect(trained(rounds, "a 60")).toEqual([1, 2]);
  });
});

test("a spread counts the runs that never got there as the slowest", () => {
  expect(spread([null, 300, 100])).toEqual({
    median: 300,
    least: 100,
    most: 300,
    reached: 2,
    of: 3,
  });
  expect(spread([null, undefined, 7]).median).toBeNull();
});

describe("the guided race", () => {
  const configAt = (id: string, method: string, fraction: number) =>
    configOf(guidedRace, named(guidedRace.variants, variantName(id, method, fraction)), 3);

  test("the preset is what the theory chooses for its task", () => {
    const { task: id, split } = preset(guided).config;
    const { steps: _, ...recipe } = guidedTraining(task(id), split?.count as number);
    expect(runConfig(preset(guided).config)).toMatchObject(recipe);
    expect(split).toEqual(preset(baseline).config.split);
  });

  test.each([oneEmbedding, ...largePresets])(
    "the preset %s is what it chooses where a·b = b·a",
    (name) => {
      const { task: id, split = {}, ...recipe } = preset(name).config;
      const table = task(id);
      const options = { commutative: true };
      expect(recipe).toMatchObject(guidedTraining(table, trainCount(table, split), options));
    },
  );

  test("every preset is a method, on the task, split and seed it is moved to", () => {
    const names = [...methods.map(({ name }) => name), ...largePresets];
    expect(names.sort()).toEqual(presets.map(({ name }) => name).sort());
    for (const { name, cap } of methods) {
      const config = configAt("cyclic:31", name, 0.5);
      expect(config).toMatchObject({
        ...{ task: "cyclic:31", split: { fraction: 0.5 }, seed: 3, steps: cap },
        goal: { testAccuracy: 0.99, hold: 0 },
      });
      if (name === guided || name === oneEmbedding) continue;
      const { model, optimiser = {}, loss = "mse" } = preset(name).config;
      expect(config).toMatchObject({ model, optimiser, loss });
    }
  });

  test("the guided recipe knows how many examples it is shown", () => {
    for (const [fraction, examples] of [
      [0.5, 480],
      [0.3, 288],
    ]) {
      const { steps: _, ...recipe } = guidedTraining(task("cyclic:31"), examples);
      expect(configAt("cyclic:31", guided, fraction)).toMatchObject(recipe);
    }
  });
});
