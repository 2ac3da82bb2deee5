import { tian } from "@grokscape/group-datasets/works";
import { locales } from "@grokscape/theory";
import { describe, expect, test } from "vitest";
import {
  type Comparison,
  configOf,
  experimentOf,
  experiments,
  fullSize,
  judge,
  judgeStatement,
  type Outcome,
  type Statement,
  variantsOf,
} from "../src/index.ts";

const outcome = (seed: number, generalisedAt: number | null, loss = 1): Outcome => ({
  ...{ seed, memorisedAt: 10, generalisedAt, steps: 100, engine: "wasm 3" },
  readings: { "test-loss": loss },
});
/** Runs of several variants: the steps at which each seed understood. */
const measured = (steps: Readonly<Record<string, readonly (number | null)[]>>) => ({
  variants: Object.entries(steps).map(([name, at]) => ({
    name,
    changes: {},
    outcomes: at.map((step, i) => outcome(i + 1, step, step ?? 1)),
  })),
});
const says = { en: "a", "zh-cn": "甲" };
const statement = (...holds: Comparison[]): Statement => ({ says, holds });
const sooner: Comparison = { what: "generalisedAt", of: "a", is: "less", than: { of: "b" } };

describe("a statement", () => {
  test.each([
    ["agrees", { a: [20, 30, 40], b: [30, 40, null] }, 3],
    ["disagrees", { a: [30, 40, null], b: [20, 30, 40] }, 0],
    ["not decided", { a: [20, 30, 50], b: [30, 40, 40] }, 2],
    ["not decided", { a: [null, null, null], b: [null, null, null] }, 0],
    ["not decided", { a: [20, 30], b: [30, 40] }, 2],
    ["not decided", { b: [30, 40, 50] }, 0],
  ])("%s: sooner in %j", (answer, steps, held) => {
    expect(judgeStatement(measured(steps), statement(sooner))).toMatchObject({ answer, held });
  });

  test("of several comparisons holds where all hold, and fails where one always does", () => {
    const both = statement({ of: "a", understands: true }, { of: "b", understands: false });
    const answerOf = (steps: Parameters<typeof measured>[0]) =>
      judgeStatement(measured(steps), both).answer;
    expect(answerOf({ a: [1, 2, 3], b: [null, null, null] })).toBe("agrees");
    expect(answerOf({ a: [1, 2, null], b: [4, 5, 6] })).toBe("disagrees");
    expect(answerOf({ a: [1, 2, null], b: [null, null, 6] })).toBe("not decided");
    // of a size without b only what is about a is asked
    expect(answerOf({ a: [1, 2, 3] })).toBe("agrees");
  });

  test("compares with a number, with a multiple, with another quantity, with the least of several", () => {
    const runs = measured({ a: [20, 30, 40], b: [60, 90, 120], c: [90, 50, 130] });
    const answerOf = (
      than: Extract<Comparison, { is: "less" | "more" }>["than"],
      of = ["b", "c"],
    ) => judgeStatement(runs, statement({ what: "test-loss", of, is: "more", than })).answer;
    expect(answerOf(49)).toBe("agrees");
    expect(answerOf(121)).toBe("disagrees");
    expect(answerOf({ what: "memorisedAt", times: 4 })).toBe("agrees");
    expect(answerOf({ of: "a", times: 1.5 })).toBe("agrees");
    expect(answerOf({ of: "a", times: 2.5 })).toBe("not decided");
    expect(
      judgeStatement(
        runs,
        statement({
          what: "test-loss",
          of: "b",
          per: "a",
          is: "more",
          than: { of: "c", per: "b" },
        }),
      ).answer,
    ).toBe("agrees");
  });

  test("a figure agrees if all its statements do, and disagrees if one does", () => {
    const [right, wrong, open] = [
      statement({ of: "a", understands: true }),
      statement({ of: "a", understands: false }),
      statement({ of: "b", understands: true }),
    ];
    const runs = measured({ a: [1, 2, 3], b: [1, 2, null] });
    const answerOf = (...statements: Statement[]) => judge(runs, { shows: says, statements });
    expect(answerOf(right, right)).toBe("agrees");
    expect(answerOf(right, open)).toBe("not decided");
    expect(answerOf(right, open, wrong)).toBe("disagrees");
  });
});

const judged = experiments.filter(({ criterion }) => criterion);

test("there is an experiment of each of the paper's figures from 3 to 17, in two sizes", () => {
  const figures = judged.filter(({ criterion }) => criterion?.work === tian);
  expect(figures.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `fig${i + 3}`));
  for (const figure of figures) expect(fullSize(figure)?.id).toBe(`${figure.id}-full`);
  expect(fullSize(experimentOf("seeds"))).toBeNull();
});

describe.each(judged)("$id", (experiment) => {
  const sizes = [experiment, fullSize(experiment) ?? []].flat();
  const statements = experiment.criterion?.statements ?? [];

  test("can be trained in its sizes, with three seeds or more", () => {
    for (const size of sizes) {
      expect(size.seeds.length).toBeGreaterThanOrEqual(3);
      expect(new Set(size.variants.map(({ name }) => name)).size).toBe(size.variants.length);
      for (const variant of size.variants) configOf(size, variant, 1);
    }
  });

  test("is judged by runs and readings that there are, in both languages", () => {
    const names = sizes.map(({ variants }) => new Set(variants.map(({ name }) => name)));
    for (const { says, ...asked } of statements) {
      for (const locale of locales) expect(says[locale]).toBeTruthy();
      if ("estimate" in asked) continue;
      const { holds } = asked;
      for (const size of names) {
        expect(holds.some((one) => variantsOf(one).every((name) => size.has(name)))).toBe(true);
      }
      for (const one of holds) {
        for (const name of variantsOf(one)) {
          expect(names.some((size) => size.has(name))).toBe(true);
        }
        if ("understands" in one || one.what === "memorisedAt" || one.what === "generalisedAt") {
          continue;
        }
        expect(experiment.readings).toContain(one.what);
      }
    }
  });
});
