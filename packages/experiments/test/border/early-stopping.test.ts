import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outcomes, report } from "../../bench/early-stopping/report.ts";

test("what early stopping would have changed is what the 200 runs say", () => {
  expect(outcomes.runs).toHaveLength(200);
  const file = new URL("../../bench/early-stopping/results.md", import.meta.url);
  expect(report(outcomes)).toBe(readFileSync(file, "utf8"));
});
