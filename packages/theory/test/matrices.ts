import { expect } from "vitest";
import type { RealMatrix } from "../src/index.ts";

/** Says where two matrices differ by more than 10^−digits. */
export function expectClose(actual: RealMatrix, expected: RealMatrix, digits: number): void {
  expect([actual.rows, actual.columns]).toEqual([expected.rows, expected.columns]);
  for (const [i, value] of expected.data.entries()) {
    expect(actual.data[i], `entry ${i}`).toBeCloseTo(value, digits);
  }
}
