import { InputError } from "@grokscape/group-datasets";
import { settingsWords } from "@grokscape/trainer/settings";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import {
  configOf,
  experimentOfSweep,
  experiments,
  partOf,
  planSweep,
  readShard,
  type Sweep,
  type SweepError,
  sweepSchema,
} from "../../src/index.ts";

const base = { task: "cyclic:7", model: { width: 16 }, steps: 40 };

const planned = (sweep: Partial<Sweep>) => planSweep({ id: "small", base, ...sweep });
const texts = (sweep: Partial<Sweep>) => planned(sweep).runs.map(({ variant }) => variant);

test("every combination of what varies, seeds fastest", () => {
  const { runs, varied } = planned({
    vary: {
      "split.fraction": [0.4, 0.6],
      "optimiser.learningRate": { log: [1e-3, 1e-1], count: 3 },
    },
    seeds: 2,
  });
  expect(varied).toEqual(["split.fraction", "optimiser.learningRate"]);
  expect(runs).toHaveLength(12);
  expect(runs[0]).toMatchObject({ variant: "fraction 0.4, learning-rate 0.001", seed: 1 });
  expect(runs[1]).toMatchObject({ seed: 2, config: { seed: 2, split: { fraction: 0.4 } } });
  expect(runs[11].values).toEqual({ "split.fraction": 0.6, "optimiser.learningRate": 0.1 });
});

test("ranges are the same numbers everywhere, whole where a setting is, each once", () => {
  const of = (key: "penalty.l2" | "model.width", axis: object) =>
    planned({ vary: { [key]: axis } as Sweep["vary"] }).runs.map(({ values }) => values[key]);
  expect(of("penalty.l2", { log: [1e-4, 1e-2], count: 5 })).toEqual([
    1e-4, 0.000316228, 1e-3, 0.00316228, 1e-2,
  ]);
  expect(of("penalty.l2", { linear: [0.1, 0.7], count: 4 })).toEqual([0.1, 0.3, 0.5, 0.7]);
  expect(of("model.width", { whole: [8, 20], every: 5 })).toEqual([8, 13, 18]);
  expect(of("model.width", { log: [2, 16], count: 4 })).toEqual([2, 4, 8, 16]);
  expect(of("model.width", { linear: [2, 4], count: 5 })).toEqual([2, 3, 4]);
});

test("a setting varies only where its condition holds, and combinations that meet none are left out", () => {
  const vary = {
    "optimiser.kind": ["adam", "sgd"],
    "optimiser.momentum": { values: [0, 0.9], when: { "optimiser.kind": "sgd" } },
  } satisfies Sweep["vary"];
  expect(texts({ vary })).toEqual([
    "optimiser adam",
    "optimiser sgd, momentum 0",
    "optimiser sgd, momentum 0.9",
  ]);
  const when: Sweep["when"] = [
    { "optimiser.kind": "adam" },
    { "optimiser.momentum": { above: 0.5 } },
  ];
  expect(texts({ vary, when })).toEqual(["optimiser adam", "optimiser sgd, momentum 0.9"]);
  expect(texts({ vary, when: { "optimiser.kind": { not: "adam" } } })).toHaveLength(2);
});

test("a number that another kind must have may come with it, under its condition", () => {
  const isStep = { "schedule.kind": "step" };
  const vary = {
    "schedule.kind": ["constant", "step"],
    "schedule.factor": { values: [0.5], when: { ...isStep, "schedule.every": { to: 20 } } },
    "schedule.every": { values: [20, 40], when: isStep },
  } satisfies Sweep["vary"];
  const { runs } = planned({ vary });
  expect(runs.map(({ config }) => config.schedule)).toMatchObject([
    { kind: "constant" },
    { kind: "step", every: 20 },
    { kind: "step", every: 40 },
  ]);
});

test("another kind keeps what the base says and it has, too", () => {
  const { runs } = planned({
    base: { ...base, optimiser: { kind: "adam", learningRate: 0.003, beta1: 0.8 } },
    vary: { "optimiser.kind": ["adam", "sgd"] },
  });
  expect(runs[0].config.optimiser).toMatchObject({ learningRate: 0.003, beta1: 0.8 });
  expect(runs[1].config.optimiser).toMatchObject({ kind: "sgd", learningRate: 0.003 });
  expect(runs[1].config.optimiser).not.toHaveProperty("beta1");
});

test("variants change single settings, or whole sections", () => {
  const { runs } = planned({
    base: { ...base, optimiser: { kind: "adam", learningRate: 0.003 } },
    variants: [
      { name: "η = 0", changes: { "optimiser.weightDecay": 0 } },
      { changes: { optimiser: { kind: "muon" } } },
    ],
    vary: { batchSize: ["all", 8] },
  });
  expect(runs.map(({ variant }) => variant)).toEqual([
    "η = 0, batch all",
    "η = 0, batch 8",
    "optimiser muon, batch all",
    "optimiser muon, batch 8",
  ]);
  expect(runs[0].config).toMatchObject({ batchSize: null, optimiser: { learningRate: 0.003 } });
  expect(runs[2].config.optimiser).toMatchObject({ kind: "muon", learningRate: 0.005 });
});

test("one way to say how much is shown takes the place of the base's", () => {
  const { runs } = planned({
    base: { ...base, split: { fraction: 0.4 } },
    vary: { "split.count": [20] },
  });
  expect(runs[0].config.split).toEqual({ count: 20 });
});

test("a sweep is an experiment, and an experiment a sweep", () => {
  const sweep: Sweep = {
    id: "small",
    title: "Small",
    base,
    vary: { "split.fraction": [0.4, 0.6] },
    seeds: [3, 5],
  };
  const experiment = experimentOfSweep(sweep);
  const { runs } = planSweep(sweep);
  expect(experiment.title).toEqual({ en: "Small", "zh-cn": "Small" });
  expect(
    experiment.variants.flatMap((variant) =>
      experiment.seeds.map((seed) => configOf(experiment, variant, seed)),
    ),
  ).toEqual(runs.map(({ config }) => config));
  for (const known of experiments) {
    const { id, title, question, base, seeds, variants } = known;
    const changes = variants.map(({ name, changes }) => ({ name, changes }));
    const asSweep = { id, title, question, base, seeds, variants: changes };
    const configs = new Set(planSweep(asSweep).runs.map(({ config }) => JSON.stringify(config)));
    for (const variant of variants) {
      expect(configs).toContain(JSON.stringify(configOf(known, variant, known.seeds[0])));
    }
  }
});

const wrong: [why: string, sweep: object, place: readonly (string | number)[], said: RegExp][] = [
  [
    "a field slipped",
    { base: { task: "cyclic:7", optimiser: { lerningRate: 1 } } },
    ["base", "optimiser", "lerningRate"],
    /did you mean optimiser\.learningRate\?/,
  ],
  [
    "others' name",
    { vary: { "optimiser.lr": [1] } },
    ["vary", "optimiser.lr"],
    /did you mean optimiser\.learningRate\?/,
  ],
  ["a field of the file", { vry: {} }, ["vry"], /did you mean vary\?/],
  ["no id", { id: undefined }, [], /id must be/],
  ["a path for an id", { id: "../x" }, ["id"], /id must be/],
  [
    "a value out of range",
    { vary: { "split.fraction": [0.4, 1.4] } },
    ["vary", "split.fraction"],
    /must be < 1, got 1\.4/,
  ],
  [
    "a base out of range",
    { base: { ...base, steps: 0 } },
    ["base", "steps"],
    /steps must be ≥ 1, got 0/,
  ],
  [
    "more shown than there is",
    { vary: { "split.count": [4, 140] } },
    ["vary", "split.count"],
    /140 of 49/,
  ],
  [
    "a task that is none",
    { base: { task: "cylic:7" } },
    ["base", "task"],
    /did you mean "cyclic:7"\?/,
  ],
  [
    "what does not apply",
    { vary: { "optimiser.momentum": [0.9] } },
    ["vary", "optimiser.momentum"],
    /give it a when/,
  ],
  ["10⁹ seeds", { seeds: 1e9 }, [], /1,000,000,000 runs; a sweep has 100,000 at most/],
  [
    "10¹⁸ runs",
    {
      vary: {
        "penalty.l2": { linear: [0, 1], count: 1e9 },
        "penalty.l1": { linear: [0, 1], count: 1e9 },
      },
    },
    [],
    /1\.0e\+18 runs/,
  ],
  ["no values", { vary: { steps: [] } }, ["vary", "steps"], /no values/],
  [
    "an empty range",
    { vary: { steps: { log: [0, 5], count: 2 } } },
    ["vary", "steps", "log"],
    /above 0/,
  ],
  [
    "no count",
    { vary: { steps: { log: [1, 5] } } },
    ["vary", "steps"],
    /count must be a whole number/,
  ],
  ["seeds as an axis", { vary: { seed: [1] } }, ["vary", "seed"], /field of their own/],
  ["seeds that are none", { seeds: [1, 2.5] }, ["seeds"], /seeds must be/],
  [
    "a condition on nothing",
    { when: { "model.widht": 3 } },
    ["when", "model.widht"],
    /did you mean model\.width\?/,
  ],
  [
    "a condition that is code",
    { when: "split.fraction > 0.3" },
    ["when"],
    /a condition names settings/,
  ],
  [
    "a test that is none",
    { when: { steps: { least: 3 } } },
    ["when", "steps", "least"],
    /from, above, to, below/,
  ],
  ["nothing left", { when: { steps: 3 } }, ["when"], /leaves out every run/],
  ["a list", [], [], /a sweep has fields/],
  [
    "a section that is none",
    { variants: [{ changes: { optimiser: 5 as never, "optimiser.learningRate": 0.1 } }] },
    ["variants", 0, "changes", "optimiser"],
    /optimiser must be an object, got 5/,
  ],
];

test.each(wrong)("%s is refused where it stands", (_, sweep, place, said) => {
  const whole = Array.isArray(sweep) ? sweep : { id: "small", base, ...sweep };
  try {
    planSweep(whole);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as SweepError).place).toEqual(place);
    expect((error as Error).message).toMatch(said);
    return;
  }
  throw new Error("it was taken");
});

test("parts are of one size about, and together all", () => {
  const all = Array.from({ length: 23 }, (_, i) => i);
  const parts = [1, 2, 3, 4].map((i) => partOf(all, readShard(`${i}/4`)));
  expect(parts.flat().sort((a, b) => a - b)).toEqual(all);
  expect(parts.map(({ length }) => length)).toEqual([6, 6, 6, 5]);
  for (const text of ["0/4", "5/4", "1", "a/b", "1/4/2", ""]) {
    expect(() => readShard(text)).toThrow(InputError);
  }
});

test("the schema takes what is planned, and marks slips of the pen", () => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(
    sweepSchema(settingsWords.en),
  );
  const sweep = {
    id: "small",
    title: { en: "Small", "zh-cn": "小" },
    base: { ...base, optimiser: { kind: "adamw" } },
    variants: [{ name: "η = 0", changes: { "optimiser.weightDecay": 0, model: { width: 8 } } }],
    vary: {
      steps: [10, 20],
      batchSize: ["all", 8],
      "penalty.l2": { log: [1e-4, 1e-2], count: 3 },
      "model.width": { whole: [8, 16], when: { steps: { from: 20 } } },
    },
    when: [{ task: ["cyclic:7", "cyclic:5"] }],
    seeds: { from: 3, count: 2 },
  };
  expect(validate(sweep) || validate.errors).toBe(true);
  expect(planSweep(sweep).runs.length).toBeGreaterThan(0);
  for (const slip of [
    { ...sweep, sedes: 3 },
    { ...sweep, vary: { "split.fracton": [0.1] } },
    { ...sweep, base: { task: "cyclic:7", stps: 3 } },
    { ...sweep, vary: { steps: { log: [1, 2] } } },
    { base: sweep.base },
  ]) {
    expect(validate(slip)).toBe(false);
  }
});
