import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { describe, expect, test } from "vitest";
import { golden, goldenRecipes, goldenRun } from "./golden.ts";

describe.each(goldenRecipes)("%s in Chromium gives Node's bytes", (recipe) => {
  test("reference", async () => {
    expect(await goldenRun(referenceEngine, recipe)).toBe(golden.reference[recipe]);
  });

  test("tfjs", async () => {
    expect(await goldenRun(tfjsEngine({ wasmUrl }), recipe)).toBe(golden.tfjs[recipe]);
  });

  test("wasm", async () => {
    expect(await goldenRun(wasmEngine(), recipe)).toBe(golden.wasm[recipe]);
  });
});
