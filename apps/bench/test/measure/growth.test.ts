import { expect, test } from "vitest";
import { exponent } from "../../src/measure/growth.ts";

test("the exponent of a power is found, whatever its factor", () => {
  const sizes = [23, 71, 127, 199];
  const times = sizes.map((size) => 0.3 * size ** 1.7);
  expect(exponent(sizes, times)).toBeCloseTo(1.7, 10);
});
