import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { golden, goldenRecipes, goldenRun } from "./golden.ts";

describe.each(goldenRecipes)("%s", (recipe) => {
  test("reference", async () => {
    expect(await goldenRun(referenceEngine, recipe)).toBe(golden.reference[recipe]);
  });

  test("tfjs", async () => {
    expect(await goldenRun(tfjsEngine(), recipe)).toBe(golden.tfjs[recipe]);
  });

  test.each([1, 2])("wasm with %i threads", async (threads) => {
    expect(await goldenRun(wasmEngine({ threads }), recipe)).toBe(golden.wasm[recipe]);
  });
});
