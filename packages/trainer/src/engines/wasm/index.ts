export { type WasmEngineOptions, wasmEngine } from "./engine.ts";
export { type WasmSupport, wasmSupport } from "./support.ts";
