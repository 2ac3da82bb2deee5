import { InputError, type Task } from "@grokscape/group-datasets";
import { mustBe, number, record, text, whole } from "@grokscape/group-datasets/forms";
import { type Alphabet, type Knowledge, knowledgeForm } from "./knowledge.ts";
import { type Unseen, unseenAfter } from "./unseen.ts";

/** Counts of random examples at which a goal comes within reach. */
export interface LimitCounts {
  /** Where the average over splits reaches the goal. */
  readonly mean: number;
  /** Where at least 4 of 5 splits reach it. */
  readonly fourOfFive: number;
}

/** From how many examples on a held-out accuracy can be reached at all. Plain JSON. */
export interface LimitCount extends LimitCounts {
  /** The same for a learner that draws no lots: all symbols of so many examples must occur. */
  readonly covered: LimitCounts;
  /**
   * Where, for large M, all that is covered begins to follow from the equations of an abelian group's
   * table. Below it what is covered may still be known by search.
   */
  readonly equations: number;
}

/** In how many places the symbols of each alphabet stand. */
const placesOf: Readonly<Record<Alphabet, readonly (1 | 2 | 3)[]>> = {
  own: [1, 1, 1],
  operands: [2, 1],
  all: [3],
};

/**
 * Where equations of three unknowns begin to determine them, in multiples of M: the 2-core of the
 * relations then has as many of these as unknowns (for one alphabet each, 3 times 0.918, as in
 * 3-XORSAT; Dubois and Mandler, 2002).
 */
const coreThresholds: Readonly<Record<Alphabet, number>> = {
  own: 2.7538,
  operands: 1.7643,
  all: 0.9179,
};

/**
 * The number of random examples of a group's table from which on a held-out accuracy can be reached
 * at all, by whatever learner that has no prior knowledge of its symbols.
 *
 * A held-out cell whose row, column or answer never occurs cannot be known, and n random cells leave
 * each of these out with probability q = C(M² − M, n)/C(M² − 1, n) ≈ e^(−n/M). So (1 − q)³ of what is
 * held out is covered: for 99 % that is n ≈ 5.70·M, linear in M, as opposed to M·ln M for the whole
 * table. Lots are worth one row, one column and one answer of the table (of U missing rows one is guessed
 * right in each column), which lowers the limit the more the smaller M is: `bestAccuracy` of `knowable` in
 * expectation. How many symbols are missing is computed exactly; rows, columns and answers are taken as
 * independent, which moves no count by more than about one in a hundred.
 *
 * @param accuracy in (0, 1]
 * @throws InputError unless the task has two operands, as many answers as symbols, and all pairs
 * @example
 * ```ts
 * limitCount(task("cyclic:97"), 0.99);
 * ```
 */
export function limitCount(
  task: Pick<Task, "id" | "operands" | "vocabulary" | "classes" | "size">,
  accuracy: number,
  knowledge: Pick<Knowledge, "alphabet"> = {},
): LimitCount {
  mustBe("task", taskForm, task);
  mustBe("accuracy", number, accuracy);
  mustBe("knowledge", knowledgeForm, knowledge);
  const { alphabet = "own" } = knowledge;
  const { id, operands, vocabulary: order, classes, size } = task;
  if (operands !== 2 || classes !== order || size !== order ** 2) {
    throw new InputError(
      `${id} is no square table with as many answers as symbols`,
      "the limit is that of a group's table",
    );
  }
  if (!(accuracy > 0 && accuracy <= 1)) {
    throw new InputError(`accuracy ${accuracy} lies outside (0, 1]`, "0.99 is 99 %");
  }
  const unseen = placesOf[alphabet].map((places) => unseenAfter(order, places));
  const reached = new Map<number, Reached>();
  const least = (of: (reached: Reached) => boolean): number => {
    const holds = (count: number): boolean => {
      const known = reached.get(count) ?? reachedBy(order, count, accuracy, alphabet, unseen);
      reached.set(count, known);
      return of(known);
    };
    let [below, enough] = [0, 1];
    while (enough < size - 1 && !holds(enough))
      [below, enough] = [enough, Math.min(2 * enough, size - 1)];
    while (enough - below > 1) {
      const middle = (below + enough) >> 1;
      if (holds(middle)) enough = middle;
      else below = middle;
    }
    return enough;
  };
  const counts = (side: keyof Reached): LimitCounts => ({
    mean: least((at) => at[side].mean >= accuracy - rounding),
    fourOfFive: least((at) => at[side].share >= 0.8),
  });
  return {
    ...counts("byLots"),
    covered: counts("covered"),
    equations: Math.round(coreThresholds[alphabet] * order),
  };
}

const taskForm = record({
  id: text,
  operands: whole(1),
  vocabulary: whole(1),
  classes: whole(1),
  size: whole(1, 2 ** 26),
});

const rounding = 1e-9;

/** The best accuracy on average, and the share of splits in which it comes up to the goal. */
interface Outlook {
  readonly mean: number;
  readonly share: number;
}

type Reached = Readonly<Record<"byLots" | "covered", Outlook>>;

function reachedBy(
  order: number,
  count: number,
  goal: number,
  alphabet: Alphabet,
  unseen: readonly ((count: number) => Unseen)[],
): Reached {
  const kinds = unseen.map((after) => after(count));
  const heldOut = order ** 2 - count;
  const sums = { byLots: { mean: 0, share: 0 }, covered: { mean: 0, share: 0 } };
  for (const [rows, columns, answers, probability] of missing(kinds, alphabet)) {
    const square = (order - rows) * (order - columns);
    const hidden = (square * answers) / order;
    const covered = square - hidden - count;
    const lots =
      Math.sign(rows) * (order - columns) +
      Math.sign(columns) * (order - rows) +
      Math.sign(rows * columns) +
      (answers > 0 ? hidden / answers : 0);
    for (const [side, right] of [
      ["byLots", covered + lots],
      ["covered", covered],
    ] as const) {
      const accuracy = Math.max(0, right) / heldOut;
      sums[side].mean += probability * accuracy;
      if (accuracy >= goal - rounding) sums[side].share += probability;
    }
  }
  return sums;
}

/** Rows, columns and answers that are missing, and how likely that is. */
function* missing(
  [first, second, third]: readonly Unseen[],
  alphabet: Alphabet,
): Generator<readonly [rows: number, columns: number, answers: number, probability: number]> {
  for (const [a, pa] of outcomes(first)) {
    if (alphabet === "all") yield [a, a, a, pa];
    for (const [b, pb] of second ? outcomes(second) : []) {
      if (alphabet === "operands") yield [a, a, b, pa * pb];
      for (const [c, pc] of third ? outcomes(third) : []) yield [a, b, c, pa * pb * pc];
    }
  }
}

function* outcomes({ from, probabilities }: Unseen): Generator<readonly [number, number]> {
  for (const [i, probability] of probabilities.entries()) {
    if (probability > 1e-9) yield [from + i, probability];
  }
}
