import { split, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { besideBest, knowable, limitCount } from "../../src/index.ts";
import { knowableCount } from "../../src/knowable/knowable-count.ts";

test.each([
  [31, 85, 164],
  [71, 196, 392],
  [97, 267, 540],
  [127, 350, 711],
  [499, 1374, 2832],
])("Z_%i: where equations determine, and where 99 % is covered", (order, equations, covered) => {
  const limit = limitCount(task(`cyclic:${order}`), 0.99);
  expect(limit.equations).toBe(equations);
  expect(limit.covered.mean).toBe(covered);
  expect(limit.mean).toBeLessThan(covered);
});

test("the closed form gives what the chance of every number of missing symbols gives", () => {
  for (const order of [5, 13, 31, 71, 127]) {
    for (const share of [0.9, 0.99]) {
      const { mean } = limitCount(task(`cyclic:${order}`), share);
      expect(Math.abs(knowableCount(order, share) - mean)).toBeLessThanOrEqual(2);
    }
  }
});

test("a network stands beside the best", () => {
  const { en, "zh-cn": zhCn } = besideBest(0.973, 0.951);
  expect(en).toBe(
    "the best any learner could do with these examples: 97.3 %; this network: 95.1 %",
  );
  expect(zhCn).toBe("用这些样本，任何学习者至多能达到 97.3 %；本网络：95.1 %");
  expect(() => besideBest(97.3, 0.9)).toThrow(/^bestAccuracy 97.3 lies outside/);
});

const trials = 150;

test.each([
  ["cyclic:31", 0.99, "own"],
  ["dihedral:8", 0.95, "own"],
  ["cyclic:31", 0.99, "operands"],
  ["cyclic:31", 0.95, "all"],
] as const)("%s at %f, alphabet %s, against random splits", (id, accuracy, alphabet) => {
  const table = task(id);
  const limit = limitCount(table, accuracy, { alphabet });
  const best = (count: number) =>
    Array.from({ length: trials }, (_, seed) => {
      const { train } = split(table, { count, seed });
      return knowable(table, train, { alphabet }).bestAccuracy;
    });
  const mean = best(limit.mean).reduce((sum, value) => sum + value, 0) / trials;
  expect(Math.abs(mean - accuracy)).toBeLessThan(0.01);
  const share = best(limit.fourOfFive).filter((value) => value >= accuracy).length / trials;
  expect(Math.abs(share - 0.8)).toBeLessThan(0.1);
});

test("who has one alphabet needs less, and who wants less, too", () => {
  const table = task("cyclic:499");
  const own = limitCount(table, 0.99);
  const operands = limitCount(table, 0.99, { alphabet: "operands" });
  const all = limitCount(table, 0.99, { alphabet: "all" });
  const multiples = [own, operands, all].map(({ covered }) => covered.mean / 499);
  expect(multiples.map((multiple) => multiple.toFixed(1))).toEqual(["5.7", "4.6", "1.9"]);
  expect(limitCount(table, 0.9).mean).toBeLessThan(own.mean);
});

test.each([
  ["parity:6,3", 0.9, /^parity:6,3,0 is no square table/],
  ["cyclic:7", 0, /^accuracy 0 lies outside/],
  ["cyclic:7", 1.01, /^accuracy 1.01 lies outside/],
])("%s at %f is refused", (id, accuracy, message) => {
  expect(() => limitCount(task(id), accuracy)).toThrow(message);
});
