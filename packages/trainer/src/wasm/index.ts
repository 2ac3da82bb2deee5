export { type WasmEngineOptions, wasmEngine } from "./engine.ts";
