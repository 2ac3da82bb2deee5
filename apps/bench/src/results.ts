import type { Check } from "./checks.ts";
import type { Configuration } from "./configurations.ts";
import type { Allocations } from "./measure/allocations.ts";
import type { FirstStep } from "./measure/first-step/first-step.ts";
import type { Growth } from "./measure/growth.ts";
import type { Limits } from "./measure/limits.ts";
import type { Absence, Timing } from "./measure/race.ts";
import type { Sweep } from "./measure/sweep.ts";

/** What was measured; a part that was not asked for, or cannot be measured here, is absent. */
export interface Measured {
  readonly timings: readonly Timing[];
  readonly absences: readonly Absence[];
  /** Of one core with 128-bit registers, GFLOP/s: the most seen between the rounds. */
  readonly limits?: Limits;
  readonly sweep?: Sweep;
  readonly allocations?: Allocations;
  readonly firstStep?: FirstStep;
  readonly growths: readonly Growth[];
}

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
