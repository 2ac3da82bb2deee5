export { version_core as version } from "@tensorflow/tfjs";
export { ownBackend } from "./backend.ts";
export { tfjsNetwork } from "./network.ts";
