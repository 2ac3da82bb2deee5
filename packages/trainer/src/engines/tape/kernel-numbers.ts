import type { ParsedActivation } from "@grokscape/models";

/** What the instructions' numbers stand for, and how the kernels use memory. */
type Constant =
  | "ACTIVATE"
  | "ACTIVATION_SLOPE"
  | "ADD"
  | "BLOCK"
  | "CLEAR"
  | "FIRST_FREE"
  | "GELU"
  | "INVERSE_ROOT"
  | "INVERSE_ROOT_SLOPE"
  | "PACK_RIGHT"
  | "PLACE"
  | "PRODUCT"
  | "PRODUCT_OF_COLUMNS"
  | "SCALE"
  | "SCATTER"
  | "SELECT"
  | "SOFTMAX"
  | "SOFTMAX_SLOPE"
  | "SUM_OF_COLUMNS"
  | "SUM_OF_ROWS"
  | "TIMES"
  | "scratchBytes";

/** The numbers by which instructions name kernels; whatever runs them says its own. */
export type KernelNumbers = Readonly<Record<Constant, { readonly value: number }>>;

/** The numbers by which the kernels know these activations. */
export const activationNumbers: Readonly<Partial<Record<ParsedActivation["kind"], number>>> = {
  quadratic: 0,
  relu: 1,
  relu2: 2,
  silu: 3,
  power: 4,
  mixed: 5,
  linear: 5,
};
