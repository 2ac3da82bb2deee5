import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { describe, expect, test } from "vitest";
import { golden, goldenRun } from "./golden.ts";

describe.each(["mse", "cross-entropy"] as const)("%s in Chromium gives Node's bytes", (loss) => {
  test("reference", async () => {
    expect(await goldenRun(referenceEngine, loss)).toBe(golden.reference[loss]);
  });

  test("tfjs", async () => {
    expect(await goldenRun(tfjsEngine({ wasmUrl }), loss)).toBe(golden.tfjs[loss]);
  });

  test("wasm", async () => {
    expect(await goldenRun(wasmEngine(), loss)).toBe(golden.wasm[loss]);
  });
});
