import type { Problem, Snapshot } from "./engine.ts";
import { mustFitData, mustFitState } from "./fits.ts";

/**
 * What every engine asks of a problem and of the state to start from, before it makes room for them.
 *
 * @throws InputError for data outside of the task's ranges, or for the state of another network or recipe
 */
export function admit(problem: Problem, start: Snapshot): void {
  mustFitData(problem);
  mustFitState(problem, start);
}
