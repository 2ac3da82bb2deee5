import { InputError, type Task } from "@grokscape/group-datasets";
import { type Best, bestOf, coverage } from "./coverage.ts";
import type { Deduction } from "./deduction.ts";
import { deductionOf } from "./deductions.ts";
import type { Knowledge } from "./knowledge.ts";
import { exampleOf, type Lesson, readLesson, type Shown } from "./lesson.ts";
import { minimalPart } from "./minimal.ts";
import { written } from "./written.ts";

/** What can be known of the examples that are held out. */
export interface Knowable {
  /** Held-out examples whose label follows from those shown. Ascending, as all three are. */
  readonly determined: Uint32Array;
  /** All their symbols and their answer occur in examples shown, but no conclusion of ours reaches them. */
  readonly open: Uint32Array;
  /** A symbol of theirs, or their answer, never occurs: the learner can at best draw lots. */
  readonly uncovered: Uint32Array;
  /**
   * The share of all held-out examples that a learner without prior knowledge gets right in expectation
   * is at most this, whatever it does. It is reached where nothing is open; those that are open
   * count as right.
   */
  readonly bestAccuracy: number;
  /**
   * How what is determined was found. "equations": all that follows by linear algebra, for abelian
   * groups. "quadrangles": some of what follows, for other groups. "transposes": examples whose operands
   * change places. "coverage": nothing is concluded, as of a task that is no group's table.
   */
  readonly by: Deduction["by"];
}

/** Shown examples that cannot all be right. */
export class ContradictionError extends InputError {
  override name = "ContradictionError";
  /** Their indices; without any one of them, we find no contradiction in the others. */
  readonly examples: readonly number[];

  constructor(message: string, examples: readonly number[]) {
    super(message, "correct one of these labels, or leave `group` out");
    this.examples = examples;
  }
}

/**
 * What a learner can know of the examples that are held out, from those that are shown: which of them
 * follow, which could be known but do not follow, which cannot be known, and how much any
 * learner can get right.
 *
 * The learner is any that does not care how rows, columns and answers are named (one-hot symbols, random
 * weights); it knows that the task is the table of a group, and of which up to isomorphism.
 * `knowledge` is for one that knows more. What is determined is exact for abelian groups
 * (by their equations), sound for others, and empty for tasks that are no group's table, of two operands or
 * more, where what is covered is told apart from what is not.
 *
 * That an example is open does not say that it cannot be known. Different rows are different elements, which is
 * no equation: by search a learner may use it, and does on small groups: of Z_13 and Z_17 all that is
 * covered can be known from about 2.0·M random examples on, where equations need about 2.75·M.
 *
 * @param shown indices of the examples shown, or a split
 * @throws InputError if nothing or everything is shown, or what the learner is to know does not suit the
 *   task; ContradictionError if labels contradict each other
 * @example
 * ```ts
 * const all = task("cyclic:71");
 * const { determined, open, uncovered, bestAccuracy } = knowable(all, split(all, { count: 460, seed: 1 }));
 * ```
 */
export function knowable(task: Task, shown: Shown, knowledge: Knowledge = {}): Knowable {
  const lesson = readLesson(task, shown, knowledge);
  const deduction = deductionOf(lesson);
  const { follows, contradictory } = deduction.conclude(lesson.shown);
  if (contradictory) throw contradiction(lesson, deduction);
  const isCovered = coverage(lesson);
  const kinds = lesson.heldOut.map((example) =>
    follows(example) ? 0 : isCovered(example) ? 1 : 2,
  );
  const [determined, open, uncovered] = [0, 1, 2].map((kind) =>
    lesson.heldOut.filter((_, i) => kinds[i] === kind),
  );
  const { bestAccuracy } = bestOf(lesson);
  return { determined, open, uncovered, bestAccuracy, by: deduction.by };
}

/**
 * The best expected accuracy on the held-out examples, and those that nobody can know: `knowable` without
 * the question what follows, quick for large groups too.
 *
 * @param shown indices of the examples shown, or a split
 * @throws InputError if nothing or everything is shown, or what the learner is to know does not suit the
 *   task
 * @example
 * ```ts
 * const all = task("cyclic:71");
 * const { bestAccuracy, unknowable } = bestPossible(all, split(all, { count: 300, seed: 1 }));
 * ```
 */
export const bestPossible = (task: Task, shown: Shown, knowledge: Knowledge = {}): Best =>
  bestOf(readLesson(task, shown, knowledge));

/** The error that names a few of the shown examples which contradict each other. */
export function contradiction(
  { task, data, shown }: Lesson,
  { conclude }: Deduction,
): ContradictionError {
  const examples = minimalPart([...shown], (part) => conclude(part).contradictory);
  const told = examples.slice(0, 8).map((example) => written(task, exampleOf(data, example)));
  return new ContradictionError(
    `the examples ${told.join(", ")}${examples.length > 8 ? ", …" : ""} of ${task.id} contradict each other`,
    examples,
  );
}
