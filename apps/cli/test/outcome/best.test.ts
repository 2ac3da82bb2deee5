import type { RunRecord } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { bestInWords } from "../../src/outcome/best.ts";

test("the best and the network in one sentence", () => {
  const found = { bestAccuracy: 0.973, unknowable: Uint32Array.of(3) };
  const record = (testAccuracy: number) =>
    ({ metrics: [{ testAccuracy }] }) as unknown as RunRecord;
  expect(bestInWords(found, record(0.951))).toBe(
    "The best any learner could do with these examples: 97.3 %; this network: 95.1 %.",
  );
  expect(bestInWords(null, record(0.951))).toBeNull();
  expect(bestInWords(found, record(Number.NaN))).toBeNull();
});
