import { checkHeld, type Task } from "../task/task.ts";
import { blockedExamples, type HeldOut } from "./held-out.ts";
import { firstTransposes } from "./transposes.ts";

/** Which examples may be shown, and which go together. */
export interface SplitConditions {
  /**
   * Never show an example while another with the same operands in another order is held out. Where
   * no single example is left to fill up with, a few fewer are shown than asked for.
   */
  readonly keepTransposesTogether?: boolean;
  /** Hold out every example that shows one of these symbols. */
  readonly holdOut?: HeldOut;
}

/** The examples in bundles, each shown or held out as a whole. */
export interface Bundles {
  /** Example → the first one of its bundle; undefined if each is its own. */
  readonly bundleOf: Uint32Array | undefined;
  /** First example of a bundle that may be shown → how many it has; 0 for all other examples. */
  readonly sizes: Uint32Array;
}

/** @throws InputError if the conditions do not suit the task, or it is too large to hold at once */
export function bundles(task: Task, { keepTransposesTogether, holdOut }: SplitConditions): Bundles {
  checkHeld(task);
  const bundleOf = keepTransposesTogether ? firstTransposes(task) : undefined;
  const blocked = holdOut === undefined ? undefined : blockedExamples(task, holdOut);
  const sizes = new Uint32Array(task.size);
  for (let i = 0; i < task.size; i++) sizes[bundleOf ? bundleOf[i] : i]++;
  for (let i = 0; blocked && i < task.size; i++) {
    if (blocked[i]) sizes[bundleOf ? bundleOf[i] : i] = 0;
  }
  return { bundleOf, sizes };
}
