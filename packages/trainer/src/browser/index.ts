// The trainer as one file for a page without a bundler: `dist/browser/index.js`.
export * from "../index.ts";
export { wasmEngine, wasmSupport } from "../wasm/index.ts";
export { connectTraining, serveTraining } from "../worker/index.ts";
export { startTraining } from "./start-training.ts";
