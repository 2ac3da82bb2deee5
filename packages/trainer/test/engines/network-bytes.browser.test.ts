import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { describe, expect, test } from "vitest";
import { bytesOf, networkBytes } from "./network-bytes.ts";

describe.each(networkBytes)("$name trains to Node's bytes in Chromium", (network) => {
  test("reference", async () => {
    expect(await bytesOf(referenceEngine, network.model)).toBe(network.reference);
  });

  test("tfjs", async () => {
    expect(await bytesOf(tfjsEngine({ wasmUrl }), network.model)).toBe(network.tfjs);
  });

  test("wasm", async () => {
    expect(await bytesOf(wasmEngine({ threads: 1 }), network.model)).toBe(network.wasm);
  });
});
