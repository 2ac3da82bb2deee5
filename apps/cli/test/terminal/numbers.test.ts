import { expect, test } from "vitest";
import { duration, percent } from "../../src/terminal/numbers.ts";

test.each([
  [0, "0 %"],
  [0.00001, "0.1 %"],
  [0.4, "40 %"],
  [0.9987, "99.9 %"],
  [0.99999, "99.9 %"],
  [1, "100 %"],
])("the share %f is %s", (share, said) => {
  expect(percent(share)).toBe(said);
});

test.each([
  [0.2, "1 s"],
  [89, "89 s"],
  [150, "3 min"],
  [7500, "2 h 05 min"],
  [350_000, "4 days"],
])("%f seconds are %s", (seconds, said) => {
  expect(duration(seconds)).toBe(said);
});
