import { describe, expect, test } from "vitest";
import {
  type Along,
  bestTeller,
  type Claim,
  type EstimateName,
  estimates,
  judgeStatement,
  type MeasuredPair,
  tellers,
} from "../src/index.ts";
import { bootstrapInterval, rankCorrelation } from "../src/results/statistics.ts";

test("ranks that are equal share theirs, and what does not vary has no correlation", () => {
  expect(rankCorrelation([1, 2, 3], [10, 20, 400])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  // ranks 0.5, 0.5, 2, 3 beside 0, 1, 2, 3
  expect(rankCorrelation([1, 1, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
});

test("the bootstrap of a mean is as wide as its standard error says, and the same again", () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 2);
  const mean = (draw: (count: number) => number[]) =>
    draw(100).reduce((sum, i) => sum + values[i], 0) / 100;
  const { low, high } = bootstrapInterval(mean);
  expect(low).toBeCloseTo(0.5 - 1.96 * 0.05, 1);
  expect(high).toBeCloseTo(0.5 + 1.96 * 0.05, 1);
  expect(bootstrapInterval(mean)).toEqual({ low, high });
});

const variant = (name: string, outcomes: Claim["variants"][number]["outcomes"]) => ({
  ...{ name, outcomes },
  changes: { split: { criticalMultiple: 3 } },
});
const threeSeeds = [1, 2, 3].map((seed) => ({
  ...{ seed, generalisedAt: null, steps: 1, engine: "wasm 3" },
}));

describe("what is alike early and at the end", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  /** Pairs are as alike as `alike` says of their places, in both seeds. */
  const runs = (features: (i: number, j: number) => number) => ({
    variants: names.map((name) => variant(name, threeSeeds)),
    pairs: names.flatMap((one, i) =>
      names.slice(i + 1).map((other, k): MeasuredPair => {
        const j = i + 1 + k;
        return {
          of: [one, other],
          read: {
            "gradients-early": [1 / (j - i), 1 / (j - i)],
            "features-at-end": [features(i, j), features(i, j)],
          },
        };
      }),
    ),
  });
  const says = { en: "a", "zh-cn": "甲" };
  const statement = (than: number) =>
    ({ says, estimate: "gradients-and-features", is: "more", than }) as const;

  test("is correlated where the order of pairs is the same, and not where it is the other way round", () => {
    const same = judgeStatement(
      runs((i, j) => 1 - (j - i) ** 3),
      statement(0.5),
    );
    expect(same).toMatchObject({ answer: "agrees", kind: "value" });
    expect("estimated" in same && same.estimated.value).toBeCloseTo(1, 12);
    expect(
      judgeStatement(
        runs((i, j) => j - i),
        statement(0.5),
      ).answer,
    ).toBe("disagrees");
    expect(
      judgeStatement(
        runs((i, j) => (i * 7 + j * 3) % 5),
        statement(0),
      ).answer,
    ).toBe("not decided");
  });

  test("of no pairs, or of fewer than three seeds, nothing is decided", () => {
    const { variants, pairs } = runs((i, j) => i - j);
    expect(judgeStatement({ variants }, statement(0)).answer).toBe("not decided");
    const few = variants.map((one) => ({ ...one, outcomes: one.outcomes.slice(0, 2) }));
    expect(judgeStatement({ variants: few, pairs }, statement(0)).answer).toBe("not decided");
  });
});

describe("telling without a test", () => {
  const outcome = (
    seed: number,
    generalisedAt: number | null,
    along: Along,
    testAccuracy = generalisedAt === null ? 0.1 : 1,
  ) => ({
    ...{ seed, memorisedAt: 60, generalisedAt, steps: 800, testAccuracy, along, engine: "wasm 3" },
  });
  const step = [50, 100, 200, 400, 800];
  /** bits fall below what memorising runs ever have, at step 200; the norm says nothing. */
  const understood = (seed: number) =>
    outcome(seed, 500, { step, bits: [1, 20, 8 + seed, 6, 3], norm: [1, 2, 3, seed % 3, 1] });
  const memorised = (seed: number) =>
    outcome(seed, null, { step, bits: [1, 22, 21, 20 + seed, 16], norm: [1, 2, 3, seed % 3, 1] });
  const seeds = [1, 2, 3, 4];
  const runs = {
    variants: [
      variant("enough", seeds.map(understood)),
      variant("too few", seeds.map(memorised)),
      variant("on its way", [outcome(1, null, { step, bits: [1, 1, 1, 1, 1] }, 0.7)]),
    ],
  };
  const value = (name: EstimateName) => estimates[name].of(runs).value;

  test("a threshold is fitted to odd seeds, and asked about even ones", () => {
    const [bits, norm, examples] = tellers(runs);
    // farthest of the understood 3, of the others 16, since they memorised; 8 + seed is passed at step 400
    expect(bits).toMatchObject({
      ...{ by: "bits", side: "below", threshold: 9.5 },
      ...{ fitted: { right: 4, of: 4 }, told: { right: 4, of: 4 } },
      lead: { value: 100 },
    });
    expect(norm.by).toBe("norm");
    expect(norm.told.right).toBe(2);
    // the same for all: it tells nothing
    expect(examples).toMatchObject({ by: "examples", told: { right: 2, of: 4 } });
    expect(bestTeller(runs)?.by).toBe("bits");
    expect(value("told-by-bits")).toBe(1);
    expect(value("lead-of-best")).toBe(100);
    expect(value("told-by-plain-bits")).toBeNull();
  });

  test("the message of a run that understands is half as long by then", () => {
    expect(value("shortened-understood")).toBe(1);
    expect(value("shortened-memorised")).toBe(0);
  });
});
