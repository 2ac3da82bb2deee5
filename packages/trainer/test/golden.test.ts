import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { golden, goldenRun } from "./golden.ts";

describe.each(["mse", "cross-entropy"] as const)("%s", (loss) => {
  test("reference", async () => {
    expect(await goldenRun(referenceEngine, loss)).toBe(golden.reference[loss]);
  });

  test("tfjs", async () => {
    expect(await goldenRun(tfjsEngine(), loss)).toBe(golden.tfjs[loss]);
  });

  test.each([1, 2])("wasm with %i threads", async (threads) => {
    expect(await goldenRun(wasmEngine({ threads }), loss)).toBe(golden.wasm[loss]);
  });
});
