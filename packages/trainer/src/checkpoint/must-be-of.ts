import { InputError } from "@grokscape/group-datasets";
import type { Origin, TrainingState } from "./training-state.ts";

/**
 * Refuses a state of another run. Of one without an origin only the step is checked.
 *
 * @param steps that the run has
 * @throws InputError naming what differs
 */
export function mustBeOf(
  run: Origin,
  steps: number,
  { step, origin = run }: Pick<TrainingState, "step" | "origin">,
): void {
  if (origin.run !== run.run) throw foreign(`is of the run ${origin.run}, not of ${run.run}`);
  if (origin.examples !== run.examples) {
    throw foreign("was trained on other examples of the task");
  }
  if (origin.rows !== run.rows) throw foreign("comes after other rows of metrics than those given");
  if (step > steps) throw foreign(`is of step ${step}, the run has ${steps} steps`);
}

const foreign = (difference: string): InputError =>
  new InputError(
    `the state to go on from ${difference}`,
    "a run can only go on from a state of its own",
  );
