import type { Check } from "./checks.ts";
import type { Configuration } from "./configurations.ts";
import type { Measured } from "./measured.ts";

/** A run of the bench: results/engines.json, which the docs show. */
export interface Results extends Measured {
  readonly command: string;
  readonly machine: string;
  /** Processes that others kept running on average before the bench began: 0 on an idle machine. */
  readonly load: number;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly configurations: readonly Configuration[];
  readonly checks: readonly Check[];
}
