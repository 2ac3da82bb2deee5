import { expect, test } from "vitest";
import {
  claimOf,
  leastKnowable,
  leastLearnt,
  lessonName,
  operationLessons,
  twoOperations,
} from "../src/index.ts";
import { measurementOf } from "../src/node/index.ts";

const claim = claimOf(twoOperations, measurementOf(twoOperations.id)!);
const lessonNamed = (name: string) => operationLessons.find((lesson) => lesson.name === name)!;

test("the guide's numbers: what each lesson is understood from, and the next count is not enough", () => {
  const least = operationLessons.map((lesson) => [lesson.name, leastLearnt(lesson, claim)]);
  expect(Object.fromEntries(least)).toEqual({
    "a + b, a − b": 6,
    "a + b, a + b + 1": 200,
    "a + b, 2a + b": 240,
    "a + b, a·b": 280,
    "a + b | a − b": 200,
    "a − b": 200,
    a·b: 260,
    "ab, ba": 108,
    ba: 120,
  });
  for (const lesson of operationLessons) {
    const next = lesson.counts[lesson.counts.indexOf(leastLearnt(lesson, claim)!) + 1];
    const { outcomes } = claim.variants.find(({ name }) => name === lessonName(lesson, next))!;
    expect(outcomes.filter(({ generalisedAt }) => generalisedAt === null)).toHaveLength(2);
  }
});

test("what was foretold: 3 examples of a related operation, and for a·b as many as without a + b", () => {
  const foretold = (name: string) => leastKnowable(lessonNamed(name));
  expect(foretold("a + b, a − b")).toBe(3);
  expect(foretold("a + b, a·b")).toBe(foretold("a·b"));
});
