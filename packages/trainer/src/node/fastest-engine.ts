import type { Engine, Recipe } from "../engines/engine.ts";
import { referenceEngine } from "../engines/reference/engine.ts";
import { type WasmEngineOptions, wasmEngine } from "../engines/wasm/engine.ts";
import { wasmSupport } from "../engines/wasm/support.ts";

/** Whether our kernels can run here; found out once, as it takes milliseconds. */
let isSupported: boolean | undefined;

/**
 * The fastest engine that has what the recipe asks for and can run here: our kernels or, where WebAssembly has no
 * SIMD, the reference engine.
 */
export async function fastestEngine(
  recipe: Recipe,
  options: WasmEngineOptions = {},
): Promise<Engine> {
  const wasm = wasmEngine(options);
  isSupported ??= wasmSupport().simd;
  return isSupported && !wasm.lacks?.(recipe) ? wasm : referenceEngine;
}
