import { randomStream, uniform } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import {
  type BorderPoint,
  fitPower,
  type PowerFit,
  powerCount,
  powerForms,
} from "../../src/index.ts";

const form = (id: string) => powerForms.find((one) => one.id === id) as (typeof powerForms)[0];
const both = form("both-free");
const sizes = [7, 11, 17, 23, 31, 47, 71, 97];

/** Borders by a law, each off by a normal deviation times `spread`, and told within that. */
function borders(
  law: (classes: number) => number,
  spread: number,
  deviation: () => number = () => 0,
  classes: readonly number[] = sizes,
): BorderPoint[] {
  return classes.map((M) => {
    const count = law(M) * Math.exp(spread * deviation());
    const half = Math.exp(1.959963984540054 * spread);
    return { classes: M, count, low: count / half, high: count * half };
  });
}

const normals = (seed: number) => {
  const stream = randomStream(seed, "monte-carlo");
  return () => Array.from({ length: 12 }, () => uniform(stream)).reduce((a, b) => a + b) - 6;
};

/** How far [a, b] is from the fitted pair, in squares of what its region allows. */
function distanceFrom({ a, b, joint }: PowerFit, [atA, atB]: readonly [number, number]): number {
  if (!joint) throw new Error("one of them is given");
  const { varianceOfA, varianceOfB, covariance } = joint;
  const [da, db] = [atA - a.value, atB - b.value];
  return (
    (varianceOfB * da * da - 2 * covariance * da * db + varianceOfA * db * db) /
    (varianceOfA * varianceOfB - covariance ** 2)
  );
}

const couponsOf = (M: number) => 2.5 * M * Math.log(M);

describe("a fit", () => {
  test("finds the law that borders lie on", () => {
    const points = borders((M) => 3 * M ** 0.8 * Math.log(M) ** 1.5, 0.01);
    const fit = fitPower(both, points);
    expect(fit?.a.value).toBeCloseTo(0.8, 8);
    expect(fit?.b.value).toBeCloseTo(1.5, 8);
    expect(fit?.constant.value).toBeCloseTo(3, 8);
    expect(fit?.chiSquare).toBeCloseTo(0, 8);
    expect(fit && powerCount(fit, 59)).toBeCloseTo(3 * 59 ** 0.8 * Math.log(59) ** 1.5, 6);
  });

  test("95 of 100 intervals hold the truth, and so does the joint region", () => {
    const deviation = normals(1);
    const count = 2000;
    const held = { a: 0, b: 0, exponent: 0, constant: 0, joint: 0, power: 0 };
    for (let i = 0; i < count; i++) {
      const points = borders(couponsOf, 0.03, deviation);
      const fit = fitPower(both, points);
      const power = fitPower(form("power-times-log"), points);
      if (!fit?.joint || !power) throw new Error("no fit");
      const holds = ({ low, high }: { low: number; high: number }, truth: number) =>
        low <= truth && truth <= high ? 1 : 0;
      held.a += holds(fit.a, 1);
      held.b += holds(fit.b, 1);
      held.constant += holds(fit.constant, 2.5);
      held.exponent += holds(fit.exponent, 1 + 1 / Math.log(fit.exponent.classes));
      held.power += holds(power.a, 1);
      held.joint += distanceFrom(fit, [1, 1]) <= 5.991 ? 1 : 0;
    }
    for (const share of Object.values(held).map((held) => held / count)) {
      expect(share).toBeGreaterThan(0.935);
      expect(share).toBeLessThan(0.99);
    }
  });

  test("widens where the borders lie farther off than they say", () => {
    const deviation = normals(2);
    const points = borders(couponsOf, 0.1, deviation).map((point) => {
      const half = (point.high / point.low) ** (1 / 20);
      return { ...point, low: point.count / half, high: point.count * half };
    });
    const fit = fitPower(form("power"), points);
    expect(fit?.chiSquare).toBeGreaterThan(5 * (fit?.degrees ?? 0));
    expect((fit?.a.high ?? 0) - (fit?.a.low ?? 0)).toBeGreaterThan(0.05);
  });

  test("says when a and b cannot be told apart, though n's growth is known", () => {
    const few = fitPower(both, borders(couponsOf, 0.03, undefined, [7, 11, 17, 23, 31]));
    expect(few?.joint?.toldApart).toBe(false);
    expect(few?.joint?.correlation).toBeLessThan(-0.97);
    expect((few?.a.high ?? 0) - (few?.a.low ?? 0)).toBeGreaterThan(1);
    expect((few?.exponent.high ?? 1) - (few?.exponent.low ?? 0)).toBeLessThan(0.15);
    const wide = fitPower(both, borders(couponsOf, 0.002, undefined, [5, 23, 97, 1009, 10_007]));
    expect(wide?.joint?.toldApart).toBe(true);
    const edge = few?.joint?.edge ?? [];
    expect(edge.length).toBeGreaterThan(30);
    for (const point of edge) expect(distanceFrom(few as PowerFit, point)).toBeCloseTo(5.991, 2);
  });

  test("is not made of too few borders, nor of such as are none", () => {
    expect(fitPower(both, borders(couponsOf, 0.03, undefined, [7, 11]))).toBeNull();
    expect(fitPower(both, borders(couponsOf, 0.03, undefined, [7, 7, 7, 11]))).toBeNull();
    expect(fitPower(form("coupons"), borders(couponsOf, 0.03, undefined, [7]))).not.toBeNull();
    const flat = { classes: 7, count: 30, low: 30, high: 30 };
    expect(() => fitPower(both, [flat])).toThrow("a border of M = 7 at 30 (30 … 30)");
    expect(() => fitPower(both, [{ ...flat, classes: 1, high: 31 }])).toThrow("M is at least 2");
  });
});
