export {
  type ActivationFunctions,
  activationFunctions,
  type ParsedActivation,
  parseActivation,
} from "./activation/activation.ts";
export { initialise } from "./initialise/initialise.ts";
export { maximumWeights, namesOfRole, weightCount, weightLayout } from "./initialise/layout.ts";
export type { Role, Start, WeightLayout } from "./initialise/tensor-layout.ts";
export {
  fromMatrices,
  type LoadedNetwork,
  type PlainComplexMatrix,
  type PlainMatrix,
  type PlainNetwork,
} from "./load/from-matrices.ts";
export { partsOfW } from "./network/mlp.ts";
export { portableCosine, portableExp, portableLog, portablePower } from "./numerics/portable.ts";
export { type Activation, activationForm } from "./spec/activation.ts";
export { checkModel } from "./spec/check.ts";
export {
  type Contradicted,
  type Contradiction,
  contradictions,
  refuseContradictions,
} from "./spec/contradiction.ts";
export { type ModelField, modelFields } from "./spec/fields.ts";
export * from "./spec/form.ts";
export { mlp } from "./spec/mlp.ts";
export type { MlpSpec, ModelInput, ModelSpec, TransformerSpec } from "./spec/model.ts";
export { transformer } from "./spec/transformer.ts";
export type { Tensor, Tensors } from "./tensors.ts";
