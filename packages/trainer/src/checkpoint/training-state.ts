import type { Snapshot } from "../engines/engine.ts";
import type { Clock } from "../record/milestones.ts";

/** The milestones as far as the run has come: measured steps, or null. */
export interface Progress extends Clock {
  /** Since when the test accuracy has stayed at the goal or above. */
  readonly goalSince: number | null;
}

/** Which run a state is of. */
export interface Origin {
  /** The run's id. */
  readonly run: string;
  /** SHA-256 (hex) of the task's shape and the examples shown and held out. */
  readonly examples: string;
  /** Checksum (hex) of the rows measured before the state's step. */
  readonly rows: string;
}

/** Everything a run needs to go on bit for bit: weights, moments, step and milestones. */
export interface TrainingState extends Snapshot {
  readonly progress: Progress;
  /** What it can be told by from the states of other runs; only states of early versions have none. */
  readonly origin?: Origin;
}
