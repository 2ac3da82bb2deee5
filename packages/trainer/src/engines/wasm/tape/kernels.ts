import { fast, fastShared, plain, plainShared } from "../../../gen/tape-kernels.ts";
import type { KernelNumbers } from "../../tape/kernel-numbers.ts";
import type { Binaries } from "../kernels.ts";

export const tapeBinaries: Binaries = { plain, plainShared, fast, fastShared };

/** What the compiled kernels export; assembly/tape says what each does. */
export interface TapeKernels extends KernelNumbers {
  plan(scratch: number): void;
  execute(from: number, to: number, mayWait: boolean): number;
  stop(): void;
}
