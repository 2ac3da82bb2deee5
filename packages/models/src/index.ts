export {
  type ActivationFunctions,
  activationFunctions,
  type ParsedActivation,
  parseActivation,
} from "./activation/activation.ts";
export { initialise, type WeightLayout, weightLayout } from "./initialise/initialise.ts";
export { portableCosine, portableExp, portableLog, portablePower } from "./numerics/portable.ts";
export * from "./spec.ts";
export type { Tensor, Tensors } from "./tensors.ts";
