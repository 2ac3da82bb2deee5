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
