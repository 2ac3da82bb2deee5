import type { BorderSweep } from "../../sweep/sweep.ts";
import quadratic from "./quadratic.ts";

/** All searches for borders in the ledger. Each file is one that `grokscape sweep` takes, too. */
export const borderSweeps: readonly BorderSweep[] = [quadratic];
