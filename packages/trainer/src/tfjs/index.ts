export { tfjsEngine, type WasmPaths } from "./engine.ts";
