export * from "./spec.ts";
export type { Tensor, Tensors } from "./tensors.ts";
