import { fast, fastShared, plain, plainShared } from "../../../gen/tape-kernels.ts";
import type { Binaries } from "../kernels.ts";

export const tapeBinaries: Binaries = { plain, plainShared, fast, fastShared };

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

/** What the compiled kernels export; assembly/tape says what each does. */
export interface TapeKernels extends KernelNumbers {
  plan(scratch: number): void;
  execute(from: number, to: number, mayWait: boolean): number;
  stop(): void;
}
