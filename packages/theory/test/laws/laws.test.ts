import { task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  authorCriticalFraction,
  binderCumulant,
  clampedNormLaw,
  collapseLaw,
  energyLossLaw,
  finiteSizeLaw,
  firstPassageLaw,
  fittedLossFraction,
  type LawConfig,
  lawConfig,
  li2Law,
  type MeasuredRun,
  normSeparationLaw,
  powerLaw,
  scalingLaws,
  scoreLaw,
} from "../../src/index.ts";
import { draws } from "../definitions.ts";
import { figure3 } from "../prediction/config.ts";

const config = (settings: Partial<LawConfig> = {}): LawConfig => {
  const classes = settings.classes ?? 31;
  return {
    classes,
    size: classes ** 2,
    largestDegree: 1,
    cyclic: true,
    count: Math.floor(3.5 * classes * Math.log(classes)),
    width: 512,
    learningRate: 1e-3,
    weightDecay: 2e-4,
    ...settings,
  };
};
const multiple = (classes: number, c: number) => c * classes * Math.log(classes);

/** What 4 seeds did, from the fastest to the slowest: K = 512, x², Adam, at most 5000 steps. */
const anchors: readonly [c: number, classes: number, steps: readonly (number | null)[]][] = [
  [2, 17, [null, null]],
  [2, 23, [null, null]],
  [2, 31, [null, null]],
  [2.5, 17, [null, null]],
  [2.5, 23, [null, null]],
  [2.5, 31, [null, null]],
  [3, 17, [1900, 2100]],
  [3, 23, [1600, 1950]],
  [3, 31, [1700, 1900]],
  [3.5, 17, [1100, 1450]],
  [3.5, 23, [1100, 1200]],
  [3.5, 31, [1100, 1200]],
  [4, 17, [900, 1050]],
  [4, 23, [800, 850]],
  [4, 31, [800, 850]],
  [5, 17, [450, 550]],
  [5, 23, [500, 500]],
  [5, 31, [500, 550]],
];
const measured: readonly MeasuredRun[] = anchors.flatMap(([c, classes, steps]) =>
  steps.map((grokStep) => ({
    config: config({ classes, count: multiple(classes, c) }),
    grokStep,
    steps: 5000,
  })),
);

test("Li₂: the author's critical count, and a time of 1/η once fitted", () => {
  const law = li2Law();
  const { criticalCount, grokStep } = law.predict(config({ classes: 71, size: 5041 }));
  expect(criticalCount).toBeCloseTo(authorCriticalFraction(71, 1) * 5041, 9);
  expect(grokStep).toBeNull();
  const runs = [1e-4, 2e-4, 8e-4].map((weightDecay) => ({
    config: config({ weightDecay }),
    grokStep: 0.3 / weightDecay,
    steps: 1e4,
  }));
  const fitted = law.fit(runs);
  expect(fitted.constants.time).toBeCloseTo(0.3, 12);
  expect(fitted.predict(config({ weightDecay: 5e-4 })).grokStep).toBeCloseTo(600, 9);
  expect(fitted.predict(config({ weightDecay: 0 })).grokStep).toBeNull();
});

test("the law of the energy's loss speaks of Z_M in its range alone", () => {
  const told = energyLossLaw.predict(config({ classes: 47, size: 47 ** 2 }));
  expect(told.criticalCount).toBeCloseTo(fittedLossFraction(47) * 47 ** 2, 9);
  expect(energyLossLaw.predict(config({ classes: 7 })).criticalCount).toBeNull();
  expect(energyLossLaw.predict(config({ cyclic: false })).criticalCount).toBeNull();
  expect(energyLossLaw.fit(measured)).toBe(energyLossLaw);
});

test("the collapse: its constants are those that fit our runs", () => {
  const fitted = collapseLaw().fit(measured);
  for (const [name, value] of Object.entries(collapseLaw().constants)) {
    expect(fitted.constants[name]! / value!, name).toBeCloseTo(1, 1);
  }
  for (const [c, classes, steps] of anchors) {
    const { grokStep } = fitted.predict(config({ classes, count: multiple(classes, c) }));
    if (steps[0] === null) {
      if (grokStep !== null) expect(grokStep).toBeGreaterThan(4500);
      continue;
    }
    const middle = (steps[0] + steps[1]!) / 2;
    expect(Math.abs(Math.log(grokStep! / middle))).toBeLessThan(0.2);
  }
  expect(collapseLaw().fit(measured.slice(0, 12)).constants).toEqual(collapseLaw().constants);
});

/** Runs whose delay is made by the definition of a law. */
const delayed = (delay: (settings: LawConfig, squaredNorm: number) => number): MeasuredRun[] => {
  const random = draws(3);
  return Array.from({ length: 12 }, () => {
    const settings = config({
      learningRate: 10 ** (-3 - random()),
      weightDecay: 10 ** (-3 - random()),
    });
    const squaredNorm = 300 + 500 * random();
    const grokStep = 80 + delay(settings, squaredNorm);
    const memorisation = { step: 80, squaredNorm };
    return { config: settings, grokStep, steps: 1e9, memorisation, squaredNormAfter: 100 };
  });
};

test("norm separation is found again in runs made by it", () => {
  const runs = delayed((c, v) => (1.7 * Math.log(v / 100)) / (c.learningRate * c.weightDecay));
  const law = normSeparationLaw().fit(runs);
  expect(law.constants.factor).toBeCloseTo(1.7, 9);
  expect(law.constants.squaredNormAfter).toBeCloseTo(100, 9);
  const { memorisation, grokStep, config: settings } = runs[0];
  expect(law.predict(settings, memorisation).grokStep! / grokStep!).toBeCloseTo(1, 9);
  expect(law.predict(settings).grokStep).toBeNull();
});

test("first passage is found again in runs made by it", () => {
  const runs = delayed((c, v) => Math.log(v / 60) / (2 * 1.4 * c.learningRate * c.weightDecay));
  const law = firstPassageLaw().fit(runs);
  expect(law.constants.kappa).toBeCloseTo(1.4, 8);
  expect(law.constants.threshold).toBeCloseTo(60, 6);
  const { memorisation, grokStep, config: settings } = runs[3];
  expect(law.predict(settings, memorisation).grokStep! / grokStep!).toBeCloseTo(1, 8);
  // below its threshold there is no passage
  expect(law.predict(settings, { step: 0, squaredNorm: 50 }).grokStep).toBeNull();
});

test("clamped norm: exp(7.5·ρ), of clamped runs alone", () => {
  const runs = [0.8, 1, 1.3].map((clampedNorm) => ({
    config: config({ clampedNorm }),
    grokStep: 0.4 * Math.exp(7.5 * clampedNorm),
    steps: 1e6,
  }));
  const law = clampedNormLaw().fit(runs);
  expect(law.constants.factor).toBeCloseTo(0.4, 12);
  expect(law.predict(config({ clampedNorm: 1.1 })).grokStep).toBeCloseTo(0.4 * Math.exp(8.25), 6);
  expect(law.predict(config()).grokStep).toBeNull();
});

test("the power law, by its exponents", () => {
  const time = ({ width, count, learningRate, weightDecay }: LawConfig) =>
    5 * width ** -0.27 * count ** -2.04 * learningRate ** -0.5 * weightDecay ** -0.64;
  const settings = [config(), config({ width: 2048 }), config({ count: 900, weightDecay: 1e-3 })];
  const runs = settings.map((c) => ({ config: c, grokStep: time(c), steps: 1e9 }));
  const law = powerLaw().fit(runs);
  expect(law.constants.factor).toBeCloseTo(5, 9);
  const other = config({ learningRate: 5e-3 });
  expect(law.predict(other).grokStep! / time(other)).toBeCloseTo(1, 9);
});

test("a finite-size transition is found again in runs drawn from it", () => {
  const random = draws(8);
  const runs = [11, 23, 47, 97].flatMap((classes) =>
    Array.from({ length: 150 }, (_, i) => {
      const count = Math.round(((i + 0.5) / 150) * classes ** 2);
      const logit = 3 * (count / classes ** 2 - 0.35) * classes ** 0.7;
      const won = random() < 1 / (1 + Math.exp(-logit));
      return { config: config({ classes, count }), grokStep: won ? 100 : null, steps: 1000 };
    }),
  );
  const law = finiteSizeLaw().fit(runs);
  expect(law.constants.fraction).toBeCloseTo(0.35, 1);
  expect(Math.abs(law.constants.inverseNu! - 0.7)).toBeLessThan(0.3);
  expect(law.predict(config({ classes: 10, size: 100 })).criticalCount! / 35).toBeCloseTo(1, 1);
  // even where no run is an exception the slope stays finite
  const clean = finiteSizeLaw().fit(
    runs.map((run) => ({ ...run, grokStep: run.config.count > 0.3 * run.config.size ? 1 : null })),
  );
  expect(clean.constants.fraction).toBeCloseTo(0.3, 1);
  expect(Number.isFinite(clean.constants.slope)).toBe(true);
  expect(finiteSizeLaw().fit(runs.slice(-5)).constants.fraction).toBeNull();
});

test("Binder's cumulant: 2/3 for two equal peaks, 0 for a normal order parameter", () => {
  expect(binderCumulant([1, -1, 1, 1])).toBeCloseTo(2 / 3, 12);
  const random = draws(2);
  const normal = Float64Array.from({ length: 100_000 }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += random();
    return sum;
  });
  expect(Math.abs(binderCumulant(normal))).toBeLessThan(0.05);
  expect(() => binderCumulant([0, 0])).toThrow("no order parameter above 0");
});

test.each(scalingLaws)("$id: one interface, and silent where it knows nothing", (law) => {
  const told = law.predict(config());
  for (const value of Object.values(told)) {
    if (value !== null) expect(value).toBeGreaterThan(0);
  }
  expect(Object.keys(told).sort()).toEqual(["criticalCount", "grokStep"]);
  expect(law.citation.reference.length).toBeGreaterThan(5);
  expect(law.says["zh-cn"]).toMatch(/[\u4e00-\u9fff]/);
  const fitted = law.fit(measured);
  expect(fitted.id).toBe(law.id);
  expect(fitted.fit([]).constants).toEqual(fitted.constants);
});

test("ids are distinct, and each law has a name and a sentence in both languages", () => {
  expect(new Set(scalingLaws.map(({ id }) => id)).size).toBe(scalingLaws.length);
  for (const { title, says } of scalingLaws) {
    for (const words of [title, says]) {
      for (const language of ["en", "zh-cn"] as const) expect(words[language]).toMatch(/\S/);
    }
  }
});

test("scores on our runs: the collapse tells times that 1/η and the power law cannot", () => {
  const score = Object.fromEntries(scalingLaws.map((law) => [law.id, scoreLaw(law, measured, 6)]));
  expect(score.collapse.times.error!).toBeLessThan(0.15);
  expect(score.li2.times.error!).toBeGreaterThan(0.3);
  expect(score["power-law"].times.error!).toBeGreaterThan(0.2);
  expect(score.li2.outcomes).toEqual({ told: 36, right: 36 });
  expect(score["norm-separation"].times).toEqual({ told: 0, error: null, relative: null });
});

test("a score by hand", () => {
  const law = li2Law(0.2);
  const fixed = { ...law, fit: () => fixed } as typeof law;
  const runs = [
    { config: config({ count: 500 }), grokStep: 2000, steps: 5000 },
    { config: config({ count: 500 }), grokStep: null, steps: 5000 },
    { config: config({ count: 10 }), grokStep: null, steps: 5000 },
  ];
  expect(scoreLaw(fixed, runs, 2)).toEqual({
    id: "li2",
    outcomes: { told: 3, right: 2 },
    times: { told: 1, error: Math.log(2), relative: 0.5 },
  });
  expect(() => scoreLaw(fixed, runs, 4)).toThrow("4 parts of 3 runs");
  expect(() => scoreLaw(fixed, runs, ["a", "a", "a"])).toThrow("3 names of 1 parts for 3 runs");
});

test("each part by its name is foretold by the law fitted to the others", () => {
  const law = li2Law();
  const runs = [1000, 1000, 4000].map((grokStep) => ({
    config: config({}),
    grokStep,
    steps: 5000,
  }));
  const { times } = scoreLaw(law, runs, ["a", "a", "b"]);
  // a by b's time, b by a's
  expect(times.told).toBe(3);
  expect(times.error).toBeCloseTo(Math.log(4), 12);
});

test("a law reads a whole config of the trainer", () => {
  expect(lawConfig(task("cyclic:71"), figure3)).toEqual({
    classes: 71,
    size: 5041,
    largestDegree: 1,
    cyclic: true,
    count: 2016,
    width: 2048,
    learningRate: 1e-3,
    weightDecay: 2e-4,
  });
  expect(lawConfig(task("dihedral:6"), figure3)).toMatchObject({ largestDegree: 2, cyclic: false });
});

test("a run with just as many examples as a law asks for is one that it says generalises", () => {
  const law = {
    ...li2Law(),
    fit: () => law,
    predict: () => ({ criticalCount: 300, grokStep: null }),
  };
  const at = (count: number, grokStep: number | null): MeasuredRun => ({
    config: config({ count }),
    grokStep,
    steps: 5000,
  });
  expect(scoreLaw(law, [at(300, 900), at(299, null)], 2).outcomes).toEqual({ told: 2, right: 2 });
});

test("a run that generalised before it had memorised has no delay to fit", () => {
  const delayed = (grokStep: number): MeasuredRun => ({
    config: config(),
    grokStep,
    steps: 5000,
    memorisation: { step: 100, squaredNorm: 50 },
    squaredNormAfter: 10,
  });
  const known = normSeparationLaw().fit([delayed(1100), delayed(1100)]).constants;
  expect(known.factor).toBeCloseTo((2e-7 * 1000) / Math.log(5), 15);
  const fitted = normSeparationLaw().fit([delayed(1100), delayed(1100), delayed(50)]).constants;
  expect(fitted.factor).toBeCloseTo(known.factor!, 15);
});
