export { network } from "./build.ts";
export type { Network } from "./network.ts";
export type { Moments } from "./normalise.ts";
export type { Named, Operations } from "./operations.ts";
export type { Selection } from "./selection.ts";
