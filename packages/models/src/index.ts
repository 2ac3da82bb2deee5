export {
  type ActivationFunctions,
  activationFunctions,
  type ParsedActivation,
  parseActivation,
} from "./activation/activation.ts";
export { initialise } from "./initialise/initialise.ts";
export { type Start, type WeightLayout, weightLayout } from "./initialise/layout.ts";
export { portableCosine, portableExp, portableLog, portablePower } from "./numerics/portable.ts";
export * from "./spec/activation.ts";
export { type MlpSpec, mlp } from "./spec/mlp.ts";
export { checkModel, type ModelSpec } from "./spec/model.ts";
export type { Tensor, Tensors } from "./tensors.ts";
