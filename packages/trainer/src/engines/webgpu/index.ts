export { type WebgpuEngineOptions, webgpuEngine } from "./engine.ts";
