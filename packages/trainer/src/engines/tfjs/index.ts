export { tfjsEngine } from "./engine.ts";
