import { InputError } from "../errors.ts";
import { naturalLog } from "../numerics/natural-log.ts";
import { randomStream, shuffle } from "../random/streams.ts";
import type { Task } from "../task/task.ts";

/** How much of a task is shown in training. Give one of `fraction`, `count`, `criticalMultiple`. */
export interface SplitSpec {
  /** Share of all examples, in (0, 1); rounded down to whole examples. */
  readonly fraction?: number;
  /** Number of examples, from 1 to size − 1. */
  readonly count?: number;
  /** Multiple c of M ln M examples, M the number of classes: n = ⌊c·M·ln M⌋. */
  readonly criticalMultiple?: number;
}

/** Which examples are shown (train) and which are held out (test): indices, ascending. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Number of training examples that `spec` asks of `task`. @throws InputError */
export function trainCount(task: Pick<Task, "size" | "classes">, spec: SplitSpec): number {
  const given = Object.entries(spec).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    throw new InputError(
      `a split needs one of fraction, count, criticalMultiple, got ${given.length === 0 ? "none" : given.map(([key]) => key).join(" and ")}`,
    );
  }
  const count = requestedCount(task, spec);
  if (!(count >= 1 && count < task.size)) {
    throw new InputError(
      `${given[0][0]} ${given[0][1]} shows ${count} of ${task.size} examples`,
      `at least one must be shown and one held out`,
    );
  }
  return count;
}

function requestedCount(task: Pick<Task, "size" | "classes">, spec: SplitSpec): number {
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

/** Splits a task at random, by `seed`; the same indices on every machine. */
export function split(task: Task, { seed, ...spec }: SplitSpec & { readonly seed: number }): Split {
  const count = trainCount(task, spec);
  const order = Uint32Array.from({ length: task.size }, (_, index) => index);
  shuffle(order, randomStream(seed, "split"));
  return { train: order.slice(0, count).sort(), test: order.slice(count).sort() };
}
