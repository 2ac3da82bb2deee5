import { methods } from "@grokscape/experiments";
import { expect, test } from "vitest";
import { outline } from "../../src/guided/outline.ts";

test("an outline holds all fractions and methods of a task's courses, most examples first", () => {
  const [one, two, three] = methods;
  const course = { task: "cyclic:7", fractions: [0.8, 0.6, 0.4], methods: [one, two] };
  const courses = [course, { task: "cyclic:7", fractions: [0.8, 0.5], methods: [three] }];
  expect(outline([...courses, { ...course, task: "cyclic:11" }])).toEqual([
    {
      task: "cyclic:7",
      fractions: [0.8, 0.6, 0.5, 0.4],
      methods: [one.name, two.name, three.name],
    },
    { task: "cyclic:11", fractions: [0.8, 0.6, 0.4], methods: [one.name, two.name] },
  ]);
});
