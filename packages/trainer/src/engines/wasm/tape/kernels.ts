import { fast, fastShared, plain, plainShared } from "../../../gen/tape-kernels.ts";
import type { Binaries } from "../kernels.ts";

export const tapeBinaries: Binaries = { plain, plainShared, fast, fastShared };

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

/** What the compiled kernels export; assembly/tape says what each does. */
export interface TapeKernels extends Readonly<Record<Constant, WebAssembly.Global<"i32">>> {
  plan(scratch: number): void;
  execute(from: number, to: number, mayWait: boolean): number;
  stop(): void;
}
