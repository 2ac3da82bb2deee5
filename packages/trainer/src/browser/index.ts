// The trainer as one file for a page without a bundler: `dist/browser/index.js`.

export { wasmEngine, wasmSupport } from "../engines/wasm/index.ts";
export * from "../index.ts";
export { connectTraining, serveTraining } from "../worker/index.ts";
export { startTraining } from "./start-training.ts";
