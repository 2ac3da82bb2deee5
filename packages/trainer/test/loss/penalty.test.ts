import { expect, test } from "vitest";
import { addPenalty } from "../../src/loss/penalty.ts";

const weights = {
  W: { shape: [3], data: Float64Array.of(1, -2, 0) },
  V: { shape: [2], data: Float64Array.of(0.5, -4) },
};
const zeros = () => ({
  W: { shape: [3], data: new Float64Array(3) },
  V: { shape: [2], data: new Float64Array(2) },
});

test("is l1·Σ|w| + ½·l2·Σw², with its gradient added", () => {
  const gradients = zeros();
  gradients.V.data[0] = 10;
  expect(addPenalty({ l1: 0.1, l2: 0.01 }, weights, gradients)).toBeCloseTo(0.75 + 0.10625, 14);
  const slope = (w: number) => 0.1 * Math.sign(w) + 0.01 * w;
  expect([...gradients.W.data]).toEqual([...weights.W.data].map(slope));
  expect([...gradients.V.data]).toEqual([10 + slope(0.5), slope(-4)]);
});

test("is nothing where nothing is asked for", () => {
  const gradients = zeros();
  expect(addPenalty({ l1: 0, l2: 0 }, weights, gradients)).toBe(0);
  expect(gradients).toEqual(zeros());
});
