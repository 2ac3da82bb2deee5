import { experiments } from "@grokscape/experiments";
import { expect, test } from "vitest";
import { demoConfig } from "../src/demo/settings.ts";
import { claimNamed, claims, recordOf } from "../src/site/claims.ts";

test("the site has a claim of every experiment of the ledger", () => {
  expect([...claims.keys()]).toEqual(experiments.map(({ id }) => id));
});

test("a curve that was kept is drawn with its milestones", () => {
  const [variant] = claimNamed("cyclic-23-at-60").variants;
  const { memorisedAt, generalisedAt, steps } = variant!.outcomes[0]!;
  const record = recordOf(variant!);
  expect(record).toMatchObject({ memorisedAt, generalisedAt });
  expect(record.metrics.at(-1)!.step).toBe(steps);
});

test("the first page trains the run that is claimed of it", () => {
  expect(claimNamed("cyclic-23-at-60").base).toEqual(demoConfig("cyclic:23", 60));
  expect(claimNamed("cyclic-23-at-20").base).toEqual(demoConfig("cyclic:23", 20));
});

test("asks for a measurement that does not exist", () => {
  expect(() => claimNamed("tea")).toThrow('no claim "tea"');
});
