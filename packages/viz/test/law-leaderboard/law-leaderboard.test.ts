import { type LawStanding, lawLeaderboard, leaderboardTable } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page, textAt } from "../found.ts";

const score = (id: string, right: number, told: number, error: number | null): LawStanding => ({
  id,
  outcomes: { told, right },
  times: { told: error === null ? 0 : 9, error },
});
const scores = [
  score("silent", 0, 0, null),
  score("half", 10, 20, Math.log(1.5)),
  score("best", 18, 20, Math.log(2)),
];
const draw = (of: readonly LawStanding[] = scores, options = {}) =>
  find(lawLeaderboard(of, { document: page(), ...options }));

test("laws stand in the order of outcomes foretold", () => {
  const drawn = draw();
  const [best, half, silent] = ["best", "half", "silent"].map((name) => textAt(drawn, name).y);
  expect(best).toBeLessThan(half!);
  expect(half).toBeLessThan(silent!);
});

test("dots and intervals lie where their shares are", () => {
  const drawn = draw();
  const [zero, hundred] = ["0", "100"].map((tick) => textAt(drawn, tick).x);
  const dots = drawn.marks("outcomes").map((dot) => Number(dot.getAttribute("cx")));
  expect(dots).toHaveLength(2);
  expect(dots[0]).toBeCloseTo(zero! + 0.9 * (hundred! - zero!), 0);
  expect(dots[1]).toBeCloseTo(zero! + 0.5 * (hundred! - zero!), 0);
  // Wilson's interval for 10 of 20 is 0.299 to 0.701
  const bar = drawn
    .marks("interval")[1]!
    .getAttribute("d")!
    .match(/[\d.]+/g)!
    .map(Number);
  expect((bar[0]! - zero!) / (hundred! - zero!)).toBeCloseTo(0.299, 2);
  expect((bar[2]! - zero!) / (hundred! - zero!)).toBeCloseTo(0.701, 2);
});

test("times lie on a log axis of factors", () => {
  const drawn = draw();
  const [one, two] = ["1", "2"].map((tick) => textAt(drawn, tick).x);
  const times = drawn.marks("times").map((dot) => Number(dot.getAttribute("cx")));
  expect(times[0]).toBeCloseTo(two!, 0);
  expect(times[1]).toBeCloseTo(one! + (two! - one!) * Math.log2(1.5), 0);
});

test("the caption names the best of both", () => {
  expect(draw(scores, { names: { best: "Li₂", half: "ours" } }).desc).toContain(
    "Most outcomes right: Li₂. Times least off: ours.",
  );
});

test("the table says what was silent", () => {
  expect(cellsOf(leaderboardTable(scores, { document: page() }))).toEqual([
    ["best", "90.0\u202f% (18 of 20)", "×2.00"],
    ["half", "50.0\u202f% (10 of 20)", "×1.50"],
    ["silent", "says nothing", "says nothing"],
  ]);
});

test("nothing, only silence, NaN, nonsense", () => {
  expect(draw([]).desc).toBe("no law was scored yet");
  expect(draw([scores[0]!]).desc).not.toContain("Most outcomes");
  expect(draw([score("odd", 1, 2, Number.NaN)]).svg.outerHTML).not.toContain("NaN");
  expect(() => draw([score("over", 3, 2, null)])).toThrow('"over" got 3 of 2 outcomes right');
  expect(() => draw(Array(41).fill(scores[0]))).toThrow("at most 40 laws");
});
