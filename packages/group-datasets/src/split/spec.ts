import { InputError } from "../errors.ts";
import { naturalLog } from "../numerics/natural-log.ts";
import { shareOf } from "../task/share-of.ts";
import { checkTask, type Task } from "../task/task.ts";
import { seen } from "../text/seen.ts";
import { bundles, type SplitConditions } from "./bundles.ts";

/**
 * How much of a task is shown in training, and how it is chosen. Give one of `fraction`, `count`,
 * `criticalMultiple`, `examples`; with `holdOut` they may all be left out, and everything else is shown.
 */
export interface SplitSpec extends SplitConditions {
  /** Share of all examples, in (0, 1); rounded down to whole examples: 0.29 of 100 is 29. */
  readonly fraction?: number;
  /** Number of examples, from 1 to size − 1. */
  readonly count?: number;
  /** Multiple c of M ln M examples, M the number of classes: n = ⌊c·M·ln M⌋. */
  readonly criticalMultiple?: number;
  /**
   * Of a task of two operations: share of the first one's examples, in (0, 1]; the amount is then that of
   * the second one's. Left out, the amount is that of all examples, whichever operation they are of.
   */
  readonly first?: number;
  /** These and no others: their indices, ascending. Nothing is drawn at random, and no condition holds. */
  readonly examples?: readonly number[];
  /** Show the same share of every class, to within one example. */
  readonly stratify?: boolean;
}

const numbers = ["fraction", "count", "criticalMultiple"] as const;
const amounts = [...numbers, "examples"] as const;
const switches = ["stratify", "keepTransposesTogether"] as const;

/** Number of training examples that `spec` asks of `task`. @throws InputError */
export const trainCount = (task: Task, spec: SplitSpec): number =>
  trainCounts(task, spec).reduce((sum, count) => sum + count, 0);

/** The same of each operation where the first has an amount of its own, else of all examples as one. */
export function trainCounts(task: Task, spec: SplitSpec): readonly number[] {
  checkTask(task);
  checkTypes(spec);
  const given = amounts.filter((amount) => spec[amount] !== undefined);
  if (given.length > 1 || (given.length === 0 && !spec.holdOut)) {
    throw new InputError(
      `a split needs one of ${amounts.join(", ")}, got ${given.join(" and ") || "none"}`,
    );
  }
  const [amount] = given;
  const first = countOfFirst(task, spec, amount);
  const [, whole = task] = first === undefined ? [] : (task.operations ?? []);
  const own = requestedCount(whole, spec);
  const count = (first ?? 0) + own;
  if (!(own >= 1 && count < task.size)) {
    const asked =
      amount === "examples" ? "this list of examples" : `${amount} ${amount && spec[amount]}`;
    throw new InputError(
      `${amount ? asked : "holdOut"} shows ${count} of ${task.size} examples`,
      `at least one must be shown and one held out`,
    );
  }
  return first === undefined ? [count] : [first, own];
}

/** How many of the first operation's examples are asked for; undefined if they have no amount of their own. */
function countOfFirst(
  { id, operations }: Task,
  { first, stratify }: SplitSpec,
  amount: string | undefined,
): number | undefined {
  if (first === undefined) return undefined;
  if (!(first > 0 && first <= 1)) {
    throw new InputError(
      `first ${first} lies outside (0, 1]`,
      "1 shows all of the first operation",
    );
  }
  const suits: readonly (readonly [boolean, string, string])[] = [
    [!operations, `${id} is not of two operations`, "leave `first` out"],
    [!amount, "`first` says nothing of the second operation", `add one of ${amounts.join(", ")}`],
    [stratify === true, "`first` and `stratify` are both given", "ask for one of both"],
  ];
  const [, problem, remedy] = suits.find(([wrong]) => wrong) ?? [];
  if (problem) throw new InputError(problem, remedy);
  return operations && shareOf(first, operations[0].size);
}

function checkTypes(spec: SplitSpec): void {
  const types: readonly (readonly [string, readonly (keyof SplitSpec)[]])[] = [
    ["number", [...numbers, "first"]],
    ["boolean", switches],
  ];
  if (typeof spec !== "object" || spec === null) {
    throw new InputError(`a split is needed, got ${seen(spec)}`, "such as { fraction: 0.4 }");
  }
  for (const [type, names] of types) {
    for (const name of names) {
      const value = spec[name];
      if (value === undefined || typeof value === type) continue;
      throw new InputError(`${name} must be a ${type}, got ${seen(value)}`);
    }
  }
}

function requestedCount(task: Task, spec: SplitSpec): number {
  const { count, criticalMultiple, fraction, examples } = spec;
  if (examples !== undefined) return chosenCount(task, spec, examples);
  if (count !== undefined) {
    if (!Number.isInteger(count)) throw new InputError(`count ${count} is no whole number`);
    return count;
  }
  if (criticalMultiple !== undefined) {
    return Math.floor(criticalMultiple * task.classes * naturalLog(task.classes));
  }
  if (fraction === undefined) {
    return bundles(task, spec).sizes.reduce((sum, size) => sum + size, 0);
  }
  if (!(fraction > 0 && fraction < 1)) {
    throw new InputError(
      `fraction ${fraction} lies outside (0, 1)`,
      "0.4 shows 40 % of the examples",
    );
  }
  return shareOf(fraction, task.size);
}

/** How many examples a list of them has. @throws InputError unless they are the task's, ascending, and free to be chosen */
function chosenCount({ id, size }: Task, spec: SplitSpec, examples: unknown): number {
  if (!Array.isArray(examples)) {
    throw new InputError(`examples must be an array of indices, got ${seen(examples)}`);
  }
  const condition = (["first", "stratify", "keepTransposesTogether", "holdOut"] as const).find(
    (name) => spec[name],
  );
  if (condition) {
    throw new InputError(`examples and ${condition} both say which examples are shown`, "give one");
  }
  for (const [i, index] of examples.entries()) {
    if (!(Number.isInteger(index) && index >= 0 && index < size)) {
      throw new InputError(
        `${id} has no example ${seen(index)}`,
        `its examples are 0 … ${size - 1}`,
      );
    }
    if (i > 0 && index <= examples[i - 1]) {
      throw new InputError(
        `examples must ascend, got ${index} after ${examples[i - 1]}`,
        "name each once, the least first",
      );
    }
  }
  return examples.length;
}
