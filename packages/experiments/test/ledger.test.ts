import { readdirSync, readFileSync } from "node:fs";
import { locales } from "@grokscape/theory";
import { presets } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import {
  type Curve,
  claimOf,
  configOf,
  differences,
  experimentOf,
  experiments,
  type Outcome,
  scoreOf,
} from "../src/index.ts";
import { measurementOf } from "../src/node/index.ts";
import { expectTheSameAgain, isByDay, ledger } from "./sample.ts";

test("every experiment has its outcomes, and every file of outcomes its experiment", () => {
  const files = readdirSync(new URL("../outcomes/", import.meta.url));
  expect(files.filter((file) => file !== "borders").sort()).toEqual(
    ledger.map(({ id }) => `${id}.json`).sort(),
  );
  const measured = new Set(ledger.map(({ id }) => id));
  for (const { id } of experiments) expect(measured).toContain(id);
});

test("ids and the names of variants are told apart, and all words are in both languages", () => {
  const ids = experiments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { title, question, variants } of experiments) {
    expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
    for (const locale of locales) expect(title[locale] && question[locale]).toBeTruthy();
  }
  expect(() => experimentOf("tea")).toThrow(/^unknown experiment "tea"; there are .*seeds/);
});

test("every preset is an experiment under its name", () => {
  for (const { name, config } of presets) expect(experimentOf(name).base).toEqual(config);
});

/** A curve ends where its run did, and is at 99 % when the run was, not before. */
function expectCurveOf(
  { steps, testAccuracy, memorisedAt, generalisedAt }: Outcome,
  curve: Curve,
): void {
  expect(curve.step.at(-1)).toBe(steps);
  expect(curve.testAccuracy.at(-1)).toBeCloseTo(testAccuracy!, 2);
  for (const [at, accuracy] of [
    [memorisedAt, curve.trainAccuracy],
    [generalisedAt, curve.testAccuracy],
  ] as const) {
    const first = curve.step.find((_, i) => accuracy[i]! >= 0.9905) ?? Number.POSITIVE_INFINITY;
    expect(first).toBeGreaterThanOrEqual(at ?? Number.POSITIVE_INFINITY);
  }
}

describe.each(ledger)("$id", ({ experiment, measured }) => {
  test("was measured as it is described, each outcome one that can be", () => {
    expect(measured.experiment).toBe(experiment.id);
    const { variants } = claimOf(experiment, measured);
    // of a race, or of a figure in its full size, a part
    const isWhole = experiment.mayMiss === undefined && experiments.includes(experiment);
    if (isWhole) expect(variants).toHaveLength(experiment.variants.length);
    for (const variant of variants) {
      const { steps: most, evaluateEvery, goal } = configOf(experiment, variant, 1);
      const seeds = variant.outcomes.map(({ seed }) => seed);
      expect(experiment.seeds).toEqual(expect.arrayContaining(seeds));
      if (isWhole) expect(seeds).toEqual(experiment.seeds);
      expect(variant.curve !== undefined).toBe(isWhole && experiment.curves === true);
      if (variant.curve) expectCurveOf(variant.outcomes[0]!, variant.curve);
      for (const outcome of variant.outcomes) {
        const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom, steps } = outcome;
        expect(outcome.weightsHash ?? "0".repeat(64)).toMatch(/^[0-9a-f]{64}$/);
        expect(steps).toBeLessThanOrEqual(most);
        for (const at of [memorisedAt, memorisedFrom, generalisedAt, generalisedFrom]) {
          if (at == null) continue;
          expect(at).toBeLessThanOrEqual(steps);
          expect(at % evaluateEvery).toBe(0);
        }
        // a run ends before its time only once it has understood
        if (steps < most)
          expect(steps - (generalisedAt ?? steps)).toBeGreaterThanOrEqual(goal?.hold ?? 1);
      }
    }
  });

  test.runIf(isByDay(experiment, measured))("comes out the same again", () =>
    expectTheSameAgain(experiment, measured),
  );
});

test("what theory foretells of runs comes true, in 19 of 20 at least, and so do its times", () => {
  const claims = ledger.map(({ experiment, measured }) => claimOf(experiment, measured));
  const { runs, foretold, right, wrong, timed, inTime } = scoreOf(claims);
  expect(right).toBeGreaterThanOrEqual(0.95 * (right + wrong));
  expect(right + wrong).toBeGreaterThanOrEqual(0.95 * foretold);
  expect(inTime).toBeGreaterThanOrEqual(0.95 * timed);
  expect(foretold).toBeGreaterThan(runs / 5);
  // each run counts once, in however many experiments it stands
  expect(scoreOf([...claims, ...claims]).right).toBe(right);
});

test("what ends in other bytes differs; without a hash, what ends at other steps", () => {
  const of = (outcome: Partial<Outcome>) => ({
    variants: [
      {
        name: "a",
        outcomes: [{ seed: 1, steps: 9, generalisedAt: 5, engine: "wasm 3", ...outcome }],
      },
    ],
  });
  const [hash, other] = ["0", "1"].map((digit) => ({ weightsHash: digit.repeat(64) }));
  expect(differences(of(hash), of(other))).toEqual([
    "seed 1 ended with weights 11111111 (99 % at step 5), in the ledger with weights 00000000 (99 % at step 5)",
  ]);
  expect(differences(of({}), of(hash))).toEqual([]);
  expect(differences(of({}), of({ ...hash, steps: 10 }))).toHaveLength(1);
  expect(differences(of(hash), { variants: [] })).toEqual([]);
});

test("the README's first run is the first of Figure 3's outcomes", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const [, memorised, understood] =
    /memorises at step (\d+) and understands at step (\d+)/.exec(readme) ?? [];
  expect(measurementOf("tian-fig3")?.variants[0].outcomes[0]).toMatchObject({
    memorisedAt: Number(memorised),
    generalisedAt: Number(understood),
  });
});
