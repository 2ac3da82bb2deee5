import type { Engine, Recipe } from "../engine/engine.ts";
import { referenceEngine } from "../engines/reference.ts";
import { type WasmEngineOptions, wasmEngine } from "../wasm/engine.ts";
import { wasmSupport } from "../wasm/support.ts";

/**
 * The fastest engine that knows the recipe and can run here: our kernels or, where WebAssembly has no
 * SIMD, the reference engine.
 */
export async function fastestEngine(
  recipe: Recipe,
  options: WasmEngineOptions = {},
): Promise<Engine> {
  const wasm = wasmEngine(options);
  return wasmSupport().simd && wasm.knows(recipe) ? wasm : referenceEngine;
}
