import { describe, expect, test } from "vitest";
import { methods } from "../../src/guided/methods.ts";
import { type Course, due, outline, type Run } from "../../src/guided/plan.ts";

const course: Course = {
  task: "cyclic:7",
  fractions: [0.8, 0.6, 0.4],
  methods: methods.slice(0, 2),
};
const [first, second] = course.methods.map(({ name }) => name);

/** What the plan asks for, round by round, if `reaches` decides what comes of a run. */
function walk(reaches: (run: Run) => boolean): Run[][] {
  const came = new Map<string, boolean>();
  const key = ({ method, fraction, seed }: Run) => `${method} ${fraction} ${seed}`;
  const rounds: Run[][] = [];
  for (;;) {
    const runs = due([course], (run) => came.get(key(run)));
    if (runs.length === 0) return rounds;
    for (const run of runs) {
      expect(came.has(key(run))).toBe(false);
      came.set(key(run), reaches(run));
    }
    rounds.push([...runs]);
  }
}

const trained = (rounds: Run[][], name: string, at: number) =>
  rounds
    .flat()
    .filter(({ method, fraction }) => method === name && fraction === at)
    .map(({ seed }) => seed)
    .sort();

describe("due", () => {
  test("trains all seeds of all methods at all fractions where nothing is missed", () => {
    const rounds = walk(() => true);
    expect(rounds.flat()).toHaveLength(2 * 3 * 5);
    expect(rounds[0].map(({ method, fraction, seed }) => [method, fraction, seed])).toEqual([
      [first, 0.8, 1],
      [first, 0.8, 2],
      [second, 0.8, 1],
      [second, 0.8, 2],
    ]);
  });

  test("gives a fraction up after two misses, and does not go below", () => {
    const rounds = walk(({ method, fraction }) => method !== first || fraction > 0.7);
    expect(trained(rounds, first, 0.8)).toEqual([1, 2, 3, 4, 5]);
    expect(trained(rounds, first, 0.6)).toEqual([1, 2]);
    expect(trained(rounds, first, 0.4)).toEqual([]);
    expect(trained(rounds, second, 0.4)).toEqual([1, 2, 3, 4, 5]);
  });

  test("goes on after one miss, one run at a time", () => {
    const rounds = walk(({ fraction, seed }) => fraction === 0.8 && seed !== 2);
    expect(trained(rounds, first, 0.8)).toEqual([1, 2, 3, 4, 5]);
    expect(rounds[1].filter(({ method }) => method === first)).toHaveLength(1);
    expect(trained(rounds, first, 0.6)).toEqual([1, 2]);
  });
});

test("an outline holds all fractions and methods of a task's courses, most examples first", () => {
  const [, , third] = methods;
  const courses = [course, { task: "cyclic:7", fractions: [0.8, 0.5], methods: [third] }];
  expect(outline([...courses, { ...course, task: "cyclic:11" }])).toEqual([
    { task: "cyclic:7", fractions: [0.8, 0.6, 0.5, 0.4], methods: [first, second, third.name] },
    { task: "cyclic:11", fractions: [0.8, 0.6, 0.4], methods: [first, second] },
  ]);
});
