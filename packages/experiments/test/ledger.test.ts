import { readdirSync, readFileSync } from "node:fs";
import { task, trainCount } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { locales } from "@grokscape/theory";
import { presets } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import {
  claimOf,
  configOf,
  differences,
  type Experiment,
  experimentOf,
  experiments,
  type Measurement,
  type Outcome,
} from "../src/index.ts";
import { measure, measurementOf } from "../src/node/index.ts";

const ledger = experiments.map((experiment) => ({
  id: experiment.id,
  experiment,
  measured: measurementOf(experiment.id) as Measurement,
}));

test("every experiment has its outcomes, and every file of outcomes its experiment", () => {
  const files = readdirSync(new URL("../outcomes/", import.meta.url));
  expect(files.sort()).toEqual(experiments.map(({ id }) => `${id}.json`).sort());
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

/** Multiplications of one run, about: six an example and weight at every step. */
function work({ config, outcome }: ReturnType<typeof shortest>): number {
  const chosen = task(config.task);
  const weights = Object.values(initialise(config.model, chosen, 1));
  const examples = Math.min(config.batchSize ?? Infinity, trainCount(chosen, config.split));
  return 6 * outcome.steps * examples * weights.reduce((sum, { data }) => sum + data.length, 0);
}

/** What takes half a minute or less; the others are for `grokscape reproduce`. */
const quick = 1.2e12;

/** The run that is over first, so that the whole ledger is sampled in seconds; of those with a curve, the first. */
function shortest(experiment: Experiment, measured: Measurement) {
  const { variants } = claimOf(experiment, measured);
  return variants
    .flatMap((variant) =>
      variant.outcomes.map((outcome) => ({
        variant,
        outcome,
        config: configOf(experiment, variant, outcome.seed),
      })),
    )
    .reduce((a, b) => (b.outcome.steps < a.outcome.steps ? b : a));
}

describe.each(ledger)("$id", ({ experiment, measured }) => {
  test("was measured as it is described, each outcome one that can be", () => {
    expect(measured.experiment).toBe(experiment.id);
    expect(measured.command).toContain(`reproduce ${experiment.id}`);
    const { variants } = claimOf(experiment, measured);
    if (experiment.mayMiss === undefined) expect(variants).toHaveLength(experiment.variants.length);
    for (const variant of variants) {
      const { steps: most, evaluateEvery, goal } = configOf(experiment, variant, 1);
      const seeds = variant.outcomes.map(({ seed }) => seed);
      expect(experiment.seeds).toEqual(expect.arrayContaining(seeds));
      if (experiment.mayMiss === undefined) expect(seeds).toEqual(experiment.seeds);
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

  const sample = shortest(experiment, measured);
  test.runIf(work(sample) < quick)("comes out the same again", async () => {
    const { variant, outcome } = sample;
    const { mayMiss: _, ...alone } = experiment;
    const again = await measure(
      { ...alone, variants: [{ name: variant.name, changes: variant.changes }] },
      measured.command,
      { seeds: [outcome.seed], threads: 1 },
    );
    const [came] = again.variants[0].outcomes;
    expect(came).toEqual({ ...came, ...outcome });
    expect(differences(measured, again)).toEqual([]);
    if (experiment.curve) expect(again.curve).toEqual(measured.curve);
  });
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
