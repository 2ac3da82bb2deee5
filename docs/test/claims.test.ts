import { expect, test } from "vitest";
import { claimNamed, claims, type Outcome, recordOf, spread } from "../src/site/claims.ts";
import { experiments } from "../src/site/experiments.ts";
import { measureAndRead } from "../src/site/measure.ts";

test("everything that is to be measured was, as it is described", () => {
  expect([...claims.keys()].sort()).toEqual(Object.keys(experiments).sort());
  for (const [name, { base, variants, seeds }] of Object.entries(experiments)) {
    const claim = claimNamed(name);
    expect(claim.base).toEqual(JSON.parse(JSON.stringify(base)));
    expect(claim.variants.map(({ changes }) => changes)).toEqual(
      JSON.parse(JSON.stringify(variants.map(({ changes }) => changes))),
    );
    for (const { outcomes } of claim.variants) {
      expect(outcomes.map(({ seed }) => seed)).toEqual(seeds);
    }
  }
});

/** The run that is over first, so that the whole ledger is sampled in seconds. */
function shortest(name: string) {
  const { base, variants } = claimNamed(name);
  return variants
    .flatMap(({ changes, outcomes }) =>
      outcomes.map((outcome) => ({ outcome, config: { ...base, ...changes, seed: outcome.seed } })),
    )
    .reduce((a, b) => (b.outcome.steps < a.outcome.steps ? b : a));
}

test.each([...claims.keys()])("%s comes out the same again", async (name) => {
  const { outcome, config } = shortest(name);
  const { record, taken } = await measureAndRead(config, claimNamed(name).readings ?? []);
  expect(record).toMatchObject({
    memorisedAt: outcome.memorisedAt,
    generalisedAt: outcome.generalisedAt,
    steps: outcome.steps,
  });
  expect(record.metrics.at(-1)!.testAccuracy).toBeCloseTo(outcome.testAccuracy, 3);
  expect(taken).toEqual(outcome.readings ?? {});
  if (!claimNamed(name).curve) return;
  for (const row of recordOf(claimNamed(name)).metrics) {
    const again = record.metrics[row.step]!;
    expect(again.trainAccuracy).toBeCloseTo(row.trainAccuracy, 3);
    expect(again.testAccuracy).toBeCloseTo(row.testAccuracy, 3);
    expect(again.testLoss / row.testLoss).toBeCloseTo(1, 2);
  }
});

test("a spread counts the runs that never got there as the slowest", () => {
  const outcomes = [null, 300, 100].map((generalisedAt) => ({ generalisedAt }) as Outcome);
  expect(spread(outcomes, "generalisedAt")).toEqual({
    median: 300,
    least: 100,
    most: 300,
    reached: 2,
    of: 3,
  });
  const never = [null, null, 7].map((generalisedAt) => ({ generalisedAt }) as Outcome);
  expect(spread(never, "generalisedAt").median).toBe(null);
});

test("asks for a measurement that does not exist", () => {
  expect(() => claimNamed("tea")).toThrow('no claim "tea"');
});
