import { split, task } from "@grokscape/group-datasets";
import { bestPossible, guidedTraining, knowable } from "@grokscape/theory";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";
import type { Claim } from "../outcome.ts";

/** A second operation, learnt beside a first that is shown wholly, or by itself. */
export interface OperationLesson {
  /** In symbols: what is learnt. */
  readonly name: string;
  readonly task: string;
  /** Symbols, M. */
  readonly order: number;
  /** Examples of the second operation, most first. */
  readonly counts: readonly number[];
  /** Whether the two are of the same elements. */
  readonly related?: true;
}

const beside = [320, 280, 240, 200, 160, 128, 96, 64, 48, 32, 24, 16, 12, 8, 6, 5, 4, 3, 2];
const alone = [320, 280, 260, 240, 220, 200, 180, 160, 128, 96];
const ofDihedral = [200, 160, 140, 120, 108, 96, 84, 72, 60, 48, 36, 24, 16, 12, 8, 6, 5, 4, 3];

const clock = (
  name: string,
  task: string,
  counts: readonly number[],
  related?: true,
): OperationLesson => ({
  name,
  task,
  order: 31,
  counts,
  ...(related && { related }),
});

/** Of Z₃₁ but for the last two, of D₁₀. "|": each operation on symbols of its own. */
export const operationLessons: readonly OperationLesson[] = [
  clock("a + b, a − b", "two-operations:cyclic:31~division:cyclic:31", beside, true),
  clock("a + b, a + b + 1", "two-operations:cyclic:31~expression:31,x+y+1", beside, true),
  clock("a + b, 2a + b", "two-operations:cyclic:31~expression:31,2x+y", beside, true),
  clock("a + b, a·b", "two-operations:cyclic:31~expression:31,x*y", beside),
  clock("a + b | a − b", "separate-operations:cyclic:31~division:cyclic:31", beside),
  clock("a − b", "division:cyclic:31", alone),
  clock("a·b", "expression:31,x*y", alone),
  {
    name: "ab, ba",
    task: "two-operations:dihedral:10~word:ba:dihedral:10",
    order: 20,
    counts: ofDihedral,
    related: true,
  },
  { name: "ba", task: "word:ba:dihedral:10", order: 20, counts: ofDihedral },
];

/** Of three factors, one the operation's, a decay beyond 0.3 a step leaves nothing. */
const together = (order: number): Partial<RunConfigInput> => ({
  model: {
    kind: "mlp",
    width: 8 * order,
    activation: "linear",
    combine: "product",
    embedding: "one-hot",
  },
  loss: "mse",
  optimiser: { kind: "adamw", learningRate: 0.1, weightDecay: 2, beta1: 0.6, beta2: 0.99 },
  steps: 600,
});

const settings = ({ task: id, order }: OperationLesson, count: number): Partial<RunConfigInput> => {
  const known = task(id);
  return known.operations
    ? { ...together(order), split: { first: 1, count } }
    : { ...guidedTraining(known, count, { commutative: false }), split: { count } };
};

/** The name of the variant of a lesson with so many examples of the second operation. */
export const lessonName = ({ name }: OperationLesson, count: number): string =>
  `${name}, n = ${count}`;

/** How many examples of an operation are needed beside another that is known, and how many alone. */
export const twoOperations: Experiment = {
  id: "two-operations",
  title: { en: "A second operation on the same symbols", "zh-cn": "同一批符号上的第二种运算" },
  question: {
    en: "One operation is shown wholly. How many examples of a second one on the same symbols does the network need, and how many by itself? Foretold: a learner that knows the two to be related needs 3 of a − b, a + b + 1 and 2a + b, and a + b does not help with a·b.",
    "zh-cn":
      "第一种运算的表全部给看。同一批符号上的第二种运算，网络还要看多少个样本？单独学又要多少？预言：事先知道两者相关的学习者，学 a − b、a + b + 1、2a + b 各只要 3 个样本；而 a + b 对学 a·b 毫无帮助。",
  },
  base: { task: "cyclic:31", evaluateEvery: 10, goal: { testAccuracy: 0.99, hold: 0 } },
  variants: operationLessons.flatMap((lesson) =>
    lesson.counts.map(
      (count, i): Variant => ({
        name: lessonName(lesson, count),
        changes: { task: lesson.task, ...settings(lesson, count) },
        ...(i > 0 && { after: lessonName(lesson, lesson.counts[i - 1]) }),
      }),
    ),
  ),
  seeds: [1, 2, 3, 4, 5],
  mayMiss: 1,
};

const goal = 0.99;
const needed = 4;

/**
 * The least of a lesson's counts at which 99 % of the rest can be known, in 4 of the 5 seeds' splits: beside a
 * related operation by what both say, else by the second operation's own examples, where what is covered
 * counts as known.
 *
 * @returns null if none is enough
 */
export function leastKnowable({ task: id, counts, related }: OperationLesson): number | null {
  const known = task(id);
  const alone = known.operations?.[1] ?? known;
  const canBeKnown = (count: number, seed: number): boolean => {
    if (!related) return bestPossible(alone, split(alone, { count, seed })).bestAccuracy >= goal;
    const parts = split(known, { first: 1, count, seed });
    const { determined } = knowable(known, parts, { related });
    return determined.length >= goal * parts.test.length;
  };
  const isEnough = (count: number) =>
    twoOperations.seeds.filter((seed) => canBeKnown(count, seed)).length >= needed;
  return counts.findLast(isEnough) ?? null;
}

/**
 * The least of a lesson's counts from which the network came to 99 % of the rest, 4 of 5 seeds.
 *
 * @returns null if none is enough
 */
export function leastLearnt(
  lesson: OperationLesson,
  { variants }: Pick<Claim, "variants">,
): number | null {
  const isEnough = (count: number): boolean => {
    const name = lessonName(lesson, count);
    const outcomes = variants.find((variant) => variant.name === name)?.outcomes ?? [];
    return outcomes.filter(({ generalisedAt }) => generalisedAt !== null).length >= needed;
  };
  return lesson.counts.findLast(isEnough) ?? null;
}
