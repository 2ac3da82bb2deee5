import { InputError } from "../errors.ts";
import { naturalLog } from "../numerics/natural-log.ts";
import type { Task } from "../task/task.ts";
import { bundles, type SplitConditions } from "./bundles.ts";

/**
 * How much of a task is shown in training, and how it is chosen. Give one of `fraction`, `count`,
 * `criticalMultiple`; with `holdOut` they may all be left out, and everything else is shown.
 */
export interface SplitSpec extends SplitConditions {
  /** Share of all examples, in (0, 1); rounded down to whole examples. */
  readonly fraction?: number;
  /** Number of examples, from 1 to size − 1. */
  readonly count?: number;
  /** Multiple c of M ln M examples, M the number of classes: n = ⌊c·M·ln M⌋. */
  readonly criticalMultiple?: number;
  /** Show the same share of every class, to within one example. */
  readonly stratify?: boolean;
}

const amounts = ["fraction", "count", "criticalMultiple"] as const;

/** Number of training examples that `spec` asks of `task`. @throws InputError */
export function trainCount(task: Task, spec: SplitSpec): number {
  const given = amounts.filter((amount) => spec[amount] !== undefined);
  if (given.length > 1 || (given.length === 0 && !spec.holdOut)) {
    throw new InputError(
      `a split needs one of ${amounts.join(", ")}, got ${given.join(" and ") || "none"}`,
    );
  }
  const [amount] = given;
  const count = requestedCount(task, spec);
  if (!(count >= 1 && count < task.size)) {
    throw new InputError(
      `${amount ? `${amount} ${spec[amount]}` : "holdOut"} shows ${count} of ${task.size} examples`,
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
  if (spec.fraction === undefined) {
    return bundles(task, spec).sizes.reduce((sum, size) => sum + size, 0);
  }
  const { fraction } = spec;
  if (!(fraction > 0 && fraction < 1)) {
    throw new InputError(
      `fraction ${fraction} lies outside (0, 1)`,
      "0.4 shows 40 % of the examples",
    );
  }
  return Math.floor(fraction * task.size);
}
