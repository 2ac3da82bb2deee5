import { array, type Form, finite, oneOf, optional, record } from "../frame/form.ts";

/** I lazy, II independent and III interactive feature learning. */
export type Stage = 1 | 2 | 3;

/** A stage, and its first and last measured step, as the theory's `stageSpans` has it. */
export interface StageSpan {
  readonly stage: Stage;
  readonly since: number;
  readonly until: number;
}

export const stagesForm: Form = optional(
  array(record({ stage: oneOf(1, 2, 3), since: finite, until: finite })),
);
