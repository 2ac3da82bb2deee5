import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { describe, expect, test } from "vitest";
import { golden, goldenRun } from "./golden.ts";

describe.each(["mse", "cross-entropy"] as const)("%s", (loss) => {
  test("reference", async () => {
    expect(await goldenRun(referenceEngine, loss)).toBe(golden.reference[loss]);
  });

  test("tfjs", async () => {
    expect(await goldenRun(tfjsEngine(), loss)).toBe(golden.tfjs[loss]);
  });
});
