import type { Engine, Recipe } from "../engine/engine.ts";
import { referenceEngine } from "../engines/reference.ts";
import { type WasmEngineOptions, wasmEngine } from "../wasm/engine.ts";
import { wasmSupport } from "../wasm/support.ts";

/**
 * The fastest engine that knows the recipe and can run here: our kernels, TensorFlow.js (loaded only
 * if it is wanted) or, where WebAssembly has no SIMD, the reference engine.
 */
export async function fastestEngine(
  recipe: Recipe,
  options: WasmEngineOptions = {},
): Promise<Engine> {
  if (!wasmSupport().simd) return referenceEngine;
  const wasm = wasmEngine(options);
  if (wasm.knows(recipe)) return wasm;
  const { tfjsEngine } = await import("../tfjs/engine.ts");
  const tfjs = tfjsEngine();
  return tfjs.knows(recipe) ? tfjs : referenceEngine;
}
