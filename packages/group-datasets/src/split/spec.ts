import { InputError } from "../errors.ts";
import { naturalLog } from "../numerics/natural-log.ts";
import type { Task } from "../task/task.ts";
import { blockedExamples, type HeldOut } from "./held-out.ts";

/**
 * How much of a task is shown in training, and how it is chosen. Give one of `fraction`, `count`,
 * `criticalMultiple`; with `holdOut` they may all be left out, and everything else is shown.
 */
export interface SplitSpec {
  /** Share of all examples, in (0, 1); rounded down to whole examples. */
  readonly fraction?: number;
  /** Number of examples, from 1 to size − 1. */
  readonly count?: number;
  /** Multiple c of M ln M examples, M the number of classes: n = ⌊c·M·ln M⌋. */
  readonly criticalMultiple?: number;
  /** Show the same share of every class, to within one example. */
  readonly stratify?: boolean;
  /**
   * Never show an example while another with the same operands in another order is held out. Where
   * no single example is left to fill up with, a few fewer are shown than asked for.
   */
  readonly keepTransposesTogether?: boolean;
  /** Hold out every example that shows one of these symbols. */
  readonly holdOut?: HeldOut;
}

const amounts = ["fraction", "count", "criticalMultiple"] as const;

/** Number of training examples that `spec` asks of `task`. @throws InputError */
export function trainCount(task: Task, spec: SplitSpec): number {
  const given = amounts.filter((amount) => spec[amount] !== undefined);
  if (given.length === 0 && spec.holdOut) {
    return blockedExamples(task, spec.holdOut).reduce((left, blocked) => left - blocked, task.size);
  }
  if (given.length !== 1) {
    throw new InputError(
      `a split needs one of ${amounts.join(", ")}, got ${given.join(" and ") || "none"}`,
    );
  }
  const count = requestedCount(task, spec);
  if (!(count >= 1 && count < task.size)) {
    throw new InputError(
      `${given[0]} ${spec[given[0]]} shows ${count} of ${task.size} examples`,
      `at least one must be shown and one held out`,
    );
  }
  return count;
}

function requestedCount(task: Task, spec: SplitSpec): number {
  if (spec.count !== undefined) {
    if (!Number.isInteger(spec.count))
      throw new InputError(`count ${spec.count} is no whole number`);
    return spec.count;
  }
  if (spec.criticalMultiple !== undefined) {
    return Math.floor(spec.criticalMultiple * task.classes * naturalLog(task.classes));
  }
  const fraction = spec.fraction as number;
  if (!(fraction > 0 && fraction < 1)) {
    throw new InputError(
      `fraction ${fraction} lies outside (0, 1)`,
      "0.4 shows 40 % of the examples",
    );
  }
  return Math.floor(fraction * task.size);
}
