import { InputError, type Task, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  degreeThreeBorders,
  featureLearningRate,
  predict,
  trainingCount,
} from "../../src/index.ts";
import { figure3 } from "./config.ts";

const parity: Task = {
  id: "parity",
  title: "whether two symbols have the same parity",
  operands: 2,
  vocabulary: 10,
  classes: 2,
  size: 100,
  example: (i) => ({
    operands: [Math.floor(i / 10), i % 10],
    label: (Math.floor(i / 10) + i) % 2,
  }),
};

test("Figure 3 of the paper", () => {
  const prediction = predict(task("cyclic:71"), figure3);
  expect(prediction.features).toEqual([
    {
      degree: 1,
      type: "C",
      realDimension: 2,
      count: 35,
      energy: { value: 71 / 4, statement: "theorem-2", trust: "exact" },
    },
  ]);
  expect(prediction.featureCount?.value).toBe(35);
  expect(prediction.width?.exact.value).toBe(140);
  expect(prediction.width?.memory.value).toBe(5041);
  expect(prediction.data.count).toEqual({ value: 2016, statement: "config", trust: "exact" });
  expect(prediction.data.multiple.value).toBeCloseTo(6.66113, 4);
  expect(prediction.critical?.authorCount.value).toBeCloseTo(831.745, 2);
  expect(prediction.verdict?.outcome).toBe("generalises");
  expect(prediction.caveats).toEqual([]);
});

test.each([
  [2016, "enough"],
  [500, "below-training"],
  [300, "below-limit"],
] as const)(
  "%i pairs of Z_71 stand beside the limit and beside what training took: %s",
  (count, standing) => {
    const { critical } = predict(task("cyclic:71"), { ...figure3, split: { count } });
    expect(critical?.limit).toEqual({ value: 309, statement: "what-can-be-known", trust: "exact" });
    expect(critical?.limitMultiple.value).toBeCloseTo(count / 309, 12);
    expect(critical?.standing).toBe(standing);
  },
);

const squares = { ...figure3.model, width: 512 };
const products = { ...squares, activation: "linear", combine: "product", width: 100 };
const guided = {
  ...figure3,
  model: products,
  optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 4, beta1: 0.6, beta2: 0.99 },
};
const shared = { ...guided, model: { ...products, embedding: "shared" } };

test.each([
  ["cyclic:31", { ...figure3, model: squares }, trainingCount("squares", 31)],
  ["cyclic:43", guided, trainingCount("products", 43)],
  ["dihedral:15", guided, trainingCount("dihedral", 30)],
  ["cyclic:43", shared, trainingCount("one-embedding", 43)],
  ["frobenius:7,3", guided, degreeThreeBorders.counts["F_7,3"]],
  ["symmetric:4", figure3, null],
  ["alternating:5", guided, null],
  ["dihedral:15", shared, null],
  ["cyclic:43", { ...guided, loss: "stablemax" }, null],
  ["cyclic:43", { ...guided, batchSize: 8 }, null],
] as const)("what training takes is what was measured of its kind: %s", (id, config, count) => {
  const training = predict(task(id), config).critical?.training;
  expect(training ?? null).toEqual(
    count && { value: count, statement: "measured-borders", trust: "fitted" },
  );
});

test.each([
  ["cyclic:5", guided],
  ["cyclic:499", shared],
  ["product:5,5", { ...guided, model: { ...products, initScale: 2 } }],
  ["cyclic:43", { ...guided, optimiser: { ...guided.optimiser, weightDecay: 0.1 } }],
] as const)("what training takes is carried over to what is not like it: %s", (id, config) => {
  expect(predict(task(id), config).critical?.training?.trust).toBe("order of magnitude");
});

test("each law's say, the stages, and nodes to collect every feature", () => {
  const { laws, stages, width } = predict(task("cyclic:71"), figure3);
  expect(laws.map(({ law }) => law)).toEqual(["li2", "energy-loss", "collapse"]);
  expect(laws[0]).toMatchObject({ law: "li2", grokStep: null });
  expect(laws[0].criticalCount).toBeCloseTo(831.745, 2);
  expect(stages?.map(({ stage }) => stage)).toEqual([1, 2, 3]);
  expect(stages?.[1].from).toEqual({
    value: 20,
    statement: "measured-times",
    trust: "fitted",
  });
  let harmonic = 0;
  for (let l = 1; l <= 35; l++) harmonic += 1 / l;
  expect(width?.collecting.value).toBeCloseTo(35 * harmonic, 9);
});

// what was measured in other settings: step of 99 % test accuracy
test.each([
  ["cyclic:71", { fraction: 0.4 }, 2048, 1e-3, 2e-4, 145],
  ["cyclic:41", { fraction: 0.4 }, 1024, 1e-3, 2e-4, 440],
  ["cyclic:59", { criticalMultiple: 3 }, 512, 1e-3, 2e-4, 2600],
  ["cyclic:59", { criticalMultiple: 3 }, 2048, 1e-3, 2e-4, 850],
  ["cyclic:31", { criticalMultiple: 3 }, 512, 1e-3, 2e-4, 1800],
  ["cyclic:17", { criticalMultiple: 3.5 }, 128, 1e-3, 2e-4, 2475],
  ["cyclic:17", { criticalMultiple: 3.5 }, 128, 5e-4, 2e-4, 3875],
  ["cyclic:17", { criticalMultiple: 3.5 }, 128, 2e-3, 2e-4, 1550],
  ["cyclic:17", { criticalMultiple: 3.5 }, 128, 1e-3, 8e-4, 1100],
] as const)(
  "%s %j K = %d, lr %d, decay %d: within a factor of 1.6 of step %d",
  (id, split, width, learningRate, weightDecay, measured) => {
    const { stages } = predict(task(id), {
      ...figure3,
      split,
      model: { ...figure3.model, width },
      optimiser: { kind: "adam", learningRate, weightDecay },
    });
    expect(Math.abs(Math.log(stages![2].from!.value / measured))).toBeLessThan(Math.log(1.6));
  },
);

test("no stage III where the run memorises", () => {
  const few = { ...figure3, split: { criticalMultiple: 1 } };
  expect(predict(task("cyclic:31"), few).stages?.[2].from).toBeNull();
});

test("no times where more of the table is shown than they were fitted on", () => {
  const most = predict(task("cyclic:23"), { ...figure3, split: { fraction: 0.8 } });
  expect([most.verdict?.outcome, most.stages]).toEqual(["generalises", null]);
});

test("a run that may end before it generalises is on the border", () => {
  const at = (steps: number) =>
    predict(task("cyclic:23"), { ...figure3, split: { fraction: 0.45 }, steps });
  const step = at(10_000).stages?.[2].from?.value as number;
  expect(at(Math.ceil(1.6 * step)).verdict?.outcome).toBe("generalises");
  const short = at(Math.floor(1.6 * step));
  expect(short.verdict?.outcome).toBe("borderline");
  expect(short.caveats).toEqual(["short"]);
});

test("knobs: what doubling does, by the functions that say so", () => {
  const wide = {
    ...figure3,
    split: { count: 150 },
    model: { ...figure3.model, width: 4096, outputScale: 2, topInit: 0.5 },
  };
  const { knobs } = predict(task("cyclic:23"), wide);
  const effect = (knob: string, on: string) =>
    knobs.find((one) => one.knob === knob)?.effects.find((one) => one.on === on)?.factor;
  const rate = (weightDecay: number, width: number) =>
    featureLearningRate({
      activation: "quadratic",
      weightDeviation: Math.sqrt(1 / (6 * 23)),
      order: 23,
      width,
      count: 150,
      weightDecay,
    });
  // η = decay·n/2, and at rest an output scale β puts η/β² in its place
  const eta = (2e-4 * 150) / 2 / 4;
  const at = rate(eta, 4096);
  expect(effect("weight-decay", "gradient")?.value).toBeCloseTo(rate(2 * eta, 4096) / at, 9);
  expect(effect("width", "gradient")?.value).toBeCloseTo(rate(eta, 8192) / at, 9);
  expect(effect("output-scale", "gradient")?.value).toBeCloseTo(rate(eta / 4, 4096) / at, 9);
  expect(effect("output-scale", "first signal")).toEqual({
    value: 4,
    statement: "appendix-c3",
    trust: "exact",
  });
  expect(effect("top-init", "noise")?.value).toBe(2);
  const timed = predict(task("cyclic:71"), figure3).knobs.find(
    ({ knob }) => knob === "learning-rate",
  );
  expect(timed?.effects[0].factor.value).toBeCloseTo(2 ** -0.67, 12);
  expect(knobs.map(({ given }) => given)).toEqual([2e-4, 1e-3, 150, 4096, 0.5, 2]);
  // zero-init has no noise to double
  const zero = { ...wide, model: { ...wide.model, topInit: 0 } };
  const init = predict(task("cyclic:23"), zero).knobs.find(({ knob }) => knob === "top-init");
  expect(init?.effects).toEqual([]);
});

test("a prediction is plain JSON", () => {
  const prediction = predict(task("dihedral:12"), figure3);
  expect(JSON.parse(JSON.stringify(prediction))).toEqual(prediction);
});

// c, and what 4 seeds did at M = 17, 23 and 31 with K = 512, x² and Adam (lr 1e-3, decay 2e-4)
test.each([
  [2.0, "memorises"],
  [2.5, "borderline"],
  [3.1, "generalises"],
  [4.0, "generalises"],
])("at c = %d the verdict is what was measured: %s", (criticalMultiple, outcome) => {
  for (const id of ["cyclic:17", "cyclic:23", "cyclic:31"]) {
    const config = {
      ...figure3,
      split: { criticalMultiple },
      model: { ...figure3.model, width: 512 },
    };
    expect(predict(task(id), config).verdict).toEqual({
      outcome,
      statement: "measured",
      trust: "fitted",
    });
  }
});

test("without weight decay there is no feature learning, unless much is shown", () => {
  const config = { ...figure3, optimiser: { ...figure3.optimiser, weightDecay: 0 } };
  const few = predict(task("cyclic:23"), { ...config, split: { fraction: 0.6 } });
  expect(few.verdict?.outcome).toBe("memorises");
  expect(few.verdict?.statement).toBe("equation-4");
  expect(few.caveats).toEqual(["no-weight-decay"]);
  const many = predict(task("cyclic:71"), config);
  expect(many.verdict).toBeNull();
  expect(many.outside.range).toEqual(["weight-decay"]);
});

test("a network too narrow for any exact construction is told of", () => {
  const config = { ...figure3, model: { ...figure3.model, width: 130 } };
  expect(predict(task("cyclic:71"), config).caveats).toEqual(["narrow", "not-measured"]);
});

test("Theorem 2 needs x²: another activation gets the irreps without energies", () => {
  const config = { ...figure3, model: { ...figure3.model, activation: "relu" } };
  const prediction = predict(task("cyclic:71"), config);
  expect(prediction.features[0].energy).toBeNull();
  expect(prediction.features[0].count).toBe(35);
  expect(prediction.caveats).toContain("activation");
});

const { model } = figure3;
const outside = [
  ["hidden-layers", { model: { ...model, hiddenLayers: 1 } }],
  ["complex-weights", { model: { ...model, weights: "complex" } }],
  ["bias", { model: { ...model, bias: true } }],
  ["batch-norm", { model: { ...model, batchNorm: true } }],
  ["embedding", { model: { ...model, embedding: "trainable" } }],
  ["product", { model: { ...model, combine: "product" } }],
  ["schedule", { schedule: { kind: "constant", warmUp: 10 } }],
  ["batches", { batchSize: 64 }],
  ["filters", { gradientFilters: [{ kind: "orthogonal" }] }],
  ["ridge", { ridge: 0.1 }],
  ["norm-clamp", { normClamp: 1 }],
  ["penalty", { penalty: { l1: 0, l2: 1e-4 } }],
  ["label-scale", { labelScale: 2 }],
] as const;

test.each(outside)("what lies outside of the theory is named: %s", (trait, change) => {
  const usual = {
    ...figure3,
    split: { criticalMultiple: 4 },
  };
  const within = predict(task("cyclic:23"), usual);
  expect(within.outside).toEqual({ network: [], recipe: [], range: [] });
  expect(within.verdict?.trust).toBe("fitted");
  expect(within.caveats).toEqual([]);
  const { outside, stages, verdict, knobs, caveats, features } = predict(task("cyclic:23"), {
    ...usual,
    ...change,
  });
  const ofNetwork = "model" in change;
  expect(outside).toEqual({
    network: ofNetwork ? [trait] : [],
    recipe: ofNetwork ? [] : [trait],
    range: [],
  });
  expect(caveats).toEqual([ofNetwork ? "network" : "recipe"]);
  expect(stages).toBeNull();
  expect(verdict).toBeNull();
  expect(features[0].energy === null).toBe(ofNetwork);
  const effects = knobs.flatMap(({ effects }) => effects.map(({ on }) => on));
  expect(effects).not.toContain("time");
  expect(effects.includes("first signal")).toBe(!ofNetwork);
});

test.each([
  ["group", "frobenius:7,3", {}],
  ["group", "product:2,2,2,2", {}],
  ["order", "cyclic:97", {}],
  ["split", "cyclic:23", { split: { fraction: 0.6, keepTransposesTogether: true } }],
  ["width", "cyclic:23", { model: { ...model, width: 64 } }],
  ["initial-weights", "cyclic:23", { model: { ...model, initScale: 4 } }],
  ["output-scale", "cyclic:23", { model: { ...model, outputScale: 2 } }],
  ["optimiser", "cyclic:23", { optimiser: { ...figure3.optimiser, kind: "muon" } }],
  ["optimiser", "cyclic:23", { optimiser: { ...figure3.optimiser, beta1: 0 } }],
  ["learning-rate", "cyclic:23", { optimiser: { ...figure3.optimiser, learningRate: 1e-4 } }],
  ["weight-decay", "cyclic:23", { optimiser: { ...figure3.optimiser, weightDecay: 5 } }],
] as const)(
  "outside of the measured %s, of %s, it says that it cannot say",
  (trait, id, change) => {
    const usual = { ...figure3, split: { fraction: 0.6 }, ...change };
    const { outside, verdict, stages, caveats } = predict(task(id), usual);
    expect(outside.range).toEqual([trait]);
    expect([verdict, stages]).toEqual([null, null]);
    expect(caveats).toContain("not-measured");
  },
);

test("batches of all examples are none", () => {
  expect(predict(task("cyclic:7"), { ...figure3, batchSize: 49 }).outside.recipe).toEqual([]);
});

test("another loss: the energies stay, how it climbs them is not said", () => {
  const prediction = predict(task("cyclic:23"), { ...figure3, loss: "cross-entropy" });
  expect(prediction.features[0].energy?.trust).toBe("exact");
  expect(prediction.stages).toBeNull();
  expect(prediction.knobs.flatMap(({ effects }) => effects)).toEqual([]);
  expect(prediction.caveats).toContain("loss");
  // Equation 4 is of mse: without weight decay it says nothing of another loss
  const decayless = { ...figure3, optimiser: { ...figure3.optimiser, weightDecay: 0 } };
  const other = predict(task("cyclic:71"), { ...decayless, loss: "stablemax" });
  expect(other.verdict).toBeNull();
  expect(other.caveats).not.toContain("no-weight-decay");
});

test("a penalty or a ridge acts where weight decay does not", () => {
  const decayless = { ...figure3, optimiser: { ...figure3.optimiser, weightDecay: 0 } };
  for (const pull of [{ penalty: { l1: 0, l2: 1e-3 } }, { ridge: 0.1 }]) {
    const { verdict, caveats } = predict(task("cyclic:23"), { ...decayless, ...pull });
    expect(verdict).toBeNull();
    expect(caveats).not.toContain("no-weight-decay");
  }
});

test("of a transformer nothing is claimed but what the data are", () => {
  const config = { ...figure3, model: { ...figure3.model, kind: "transformer" } };
  const prediction = predict(task("cyclic:71"), config);
  expect(prediction.caveats).toEqual(["transformer"]);
  expect(prediction.task.group).toBe("Z_71");
  expect([prediction.width, prediction.critical, prediction.verdict]).toEqual([null, null, null]);
  expect([prediction.features, prediction.laws, prediction.knobs]).toEqual([[], [], []]);
  expect(predict(parity, config).caveats).toEqual(["no-group", "transformer"]);
});

test("a small group with large irreps: Theorem 4 asks for more than there is", () => {
  const prediction = predict(task("dihedral:4"), figure3);
  expect(prediction.critical?.retention.value).toBeGreaterThan(64);
  expect(prediction.caveats).toContain("retention-vacuous");
});

test("a task that is no group's: the data are counted, nothing else is claimed", () => {
  const prediction = predict(parity, figure3);
  expect(prediction.features).toEqual([]);
  expect([prediction.width, prediction.critical, prediction.verdict]).toEqual([null, null, null]);
  expect([prediction.laws, prediction.stages, prediction.knobs]).toEqual([[], null, []]);
  expect(prediction.data.count.value).toBe(40);
  expect(prediction.caveats).toEqual(["no-group"]);
});

test("a weight decay below 0 is refused, and the assumption named", () => {
  const config = { ...figure3, optimiser: { ...figure3.optimiser, weightDecay: -1 } };
  expect(() => predict(task("cyclic:7"), config)).toThrow(
    "Equation 4 needs a weight decay η ≥ 0; got -1",
  );
});

test("a split that suits no task is refused", () => {
  expect(() => predict(task("cyclic:7"), { ...figure3, split: { fraction: 1.5 } })).toThrow(
    InputError,
  );
});
