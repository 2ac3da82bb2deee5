import { expect, test } from "vitest";
import {
  authorCriticalFraction,
  criticalMultiple,
  retentionCount,
  retentionFailure,
} from "../../src/index.ts";

test("the author's critical fraction, worked out by hand", () => {
  expect(authorCriticalFraction(71, 1)).toBeCloseTo(0.164996, 6);
  expect(authorCriticalFraction(71, 2)).toBe(authorCriticalFraction(71, 1));
  expect(authorCriticalFraction(24, 3)).toBeCloseTo(0.54587047, 7);
});

test("Theorem 4's count grows with d² and with the confidence asked for", () => {
  expect(retentionCount(71, 1, 0.05)).toBeCloseTo(515.34726, 4);
  expect(retentionCount(24, 3, 0.05)).toBeCloseTo(1333.5378, 4);
});

test("Theorem 4 read backwards gives the chance to lose a maximum", () => {
  for (const failure of [0.3, 0.05, 1e-4]) {
    const count = retentionCount(23, 2, failure);
    expect(retentionFailure(23, 2, count)).toBeCloseTo(failure, 12);
  }
  expect(retentionFailure(23, 2, 10)).toBe(1);
});

test("Figure 3 shows 6.66 times M·ln M", () => {
  expect(criticalMultiple(2016, 71)).toBeCloseTo(6.66113, 4);
});
