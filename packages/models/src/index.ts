export { type ActivationFunctions, activationFunctions } from "./activation/activation.ts";
export { initialise, type WeightLayout, weightLayout } from "./initialise/initialise.ts";
export { portableExp, portableLog, portablePower } from "./numerics/portable.ts";
export * from "./spec.ts";
export type { Tensor, Tensors } from "./tensors.ts";
