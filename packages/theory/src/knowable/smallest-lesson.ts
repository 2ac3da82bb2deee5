import {
  elementOrders,
  type FiniteGroup,
  InputError,
  randomStream,
  shuffle,
  type Task,
} from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import { deductionOf, groupBehind } from "./deductions.ts";
import { sharedNames } from "./equations.ts";
import type { Alphabet, Knowledge } from "./knowledge.ts";
import { type Lesson, numbering, readLesson, type Shown } from "./lesson.ts";
import { primePowers } from "./prime-power.ts";

/** Few examples from which all others of a table follow. */
export interface SmallestLesson {
  /** Those given and those added, ascending. None of those added follows from the others. */
  readonly examples: Uint32Array;
  /**
   * No fewer examples can be enough, with those given among them: proven for what follows as `by` says.
   * Where `examples` are as many, they are a best lesson.
   */
  readonly floor: number;
  readonly by: Deduction["by"];
}

/** How many orders are tried in which to add examples, if the first does not come down to the floor. */
const attempts = 10;

/**
 * A lesson from which all of a group's table follows, and a floor below which there is none.
 *
 * Each example says α(a) + β(b) − γ(c) = 0. The symbols of an abelian group's table have a solution in Z/e, e its
 * exponent, for each choice of the rows' zero, the columns' zero, and a homomorphism; so modulo a prime
 * p of e the equations of all of the table need 3M − 2 − r of them, r the number of the group's cyclic factors
 * of the highest order that p gives: 3M − 3 for Z_M. One alphabet for both operands has one zero, and M symbols
 * fewer: 2M − 2 for Z_M; one for all has none: M − 1. Of other groups the quadrangle criterion uses
 * nothing that does not hold in every group, so equations without a modulus follow as well, and these need
 * 3M − 2. What is given and follows from the rest of what is given comes on top.
 *
 * That different symbols are different elements is not used, as in `knowable`: who uses it, by search, can do
 * with less.
 *
 * @param given indices of examples that are shown in any case, or a split
 * @throws InputError if all is given, or nothing follows of the task, as it is no group's table
 * @example
 * ```ts
 * const { examples, floor } = smallestLesson(task("cyclic:7")); // 18 of 49
 * ```
 */
export function smallestLesson(
  task: Task,
  given: Shown = [],
  knowledge: Knowledge = {},
): SmallestLesson {
  const nothing = Object(given).length === 0;
  const lesson = readLesson(task, nothing ? [0] : given, knowledge);
  const group = groupBehind(lesson);
  const deduction = deductionOf(lesson);
  if (!group) {
    throw new InputError(
      `${task.id} is no group's table`,
      "a lesson is sought for the table of one group",
    );
  }
  const first = nothing ? [] : [...lesson.shown];
  const needed = equationsNeeded(lesson, group, deduction);
  const floor = first.length + needed - added([], first, deduction).length;
  const order = Uint32Array.from({ length: task.size }, (_, i) => i);
  let best = [...first, ...added(first, order, deduction)];
  const stream = randomStream(1, "split");
  for (let i = 0; i < attempts && best.length > floor; i++) {
    shuffle(order, stream);
    const other = withoutNeedless(first, added(first, order, deduction), deduction);
    if (first.length + other.length < best.length) best = [...first, ...other];
  }
  return { examples: Uint32Array.from(best).sort(), floor, by: deduction.by };
}

/** Of some examples those that do not follow from the first and the ones before. */
function added(
  first: readonly number[],
  order: ArrayLike<number>,
  { conclude }: Deduction,
): number[] {
  const chosen: number[] = [];
  let { follows } = conclude(first);
  for (let i = 0; i < order.length; i++) {
    if (first.includes(order[i]) || follows(order[i])) continue;
    chosen.push(order[i]);
    ({ follows } = conclude([...first, ...chosen]));
  }
  return chosen;
}

/** Of some examples those that do not follow from all others that are kept. */
function withoutNeedless(
  first: readonly number[],
  chosen: readonly number[],
  { conclude }: Deduction,
): number[] {
  return chosen.reduce<number[]>((kept, example) => {
    const others = kept.filter((other) => other !== example);
    return conclude([...first, ...others]).follows(example) ? others : kept;
  }, chosen.slice());
}

/** How many of the table's equations at least all others follow from. */
function equationsNeeded(lesson: Lesson, group: FiniteGroup, { by }: Deduction): number {
  if (by === "quadrangles") return 3 * group.order - 2;
  const { count } = numbering(lesson.task, sharedNames(lesson));
  const zeros: Readonly<Record<Alphabet, number>> = { own: 2, operands: 1, all: 0 };
  return count - zeros[sharedNames(lesson)] - leastFactors(group);
}

/** The least number, over the primes of an abelian group's order, of its cyclic factors of highest order. */
function leastFactors(group: FiniteGroup): number {
  const orders = elementOrders(group);
  const exponent = orders.reduce((most, order) => Math.max(most, order));
  const factors = primePowers(exponent).map(({ prime, modulus }) => {
    const lower = orders.reduce((sum, order) => sum + Number(order % modulus !== 0), 0);
    return Math.round(Math.log(group.order / lower) / Math.log(prime));
  });
  return factors.length > 0 ? Math.min(...factors) : 0;
}
