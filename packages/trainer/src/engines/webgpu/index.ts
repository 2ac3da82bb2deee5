export { type WebgpuEngineOptions, webgpuEngine } from "./engine.ts";
export { type WebgpuSupport, webgpuSupport } from "./support.ts";
