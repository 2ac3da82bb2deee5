import { InputError, type Task } from "@grokscape/group-datasets";
import { mustBe, whole } from "@grokscape/group-datasets/forms";
import type { Words } from "../statements/locale.ts";
import { combination } from "./combination.ts";
import { bySymbol, type Deduction } from "./deduction.ts";
import { deductionOf, equationsIn } from "./deductions.ts";
import { contradiction } from "./knowable.ts";
import type { Knowledge } from "./knowledge.ts";
import { exampleOf, type Lesson, readLesson, type Shown } from "./lesson.ts";
import { minimalPart } from "./minimal.ts";
import { proofWords } from "./proof-words.ts";
import type { Relations } from "./resolve.ts";
import { shortestProof } from "./shortest.ts";

/** A shown example that a proof uses. */
export interface ProofStep {
  readonly example: number;
  readonly operands: readonly number[];
  readonly label: number;
  /**
   * How often its equation α(a) + β(b) − γ(c) = 0 is added; below 0 where it is taken away. null if the
   * proof is not by equations.
   */
  readonly times: number | null;
}

/** Why the label of an example follows from examples that are shown. Plain JSON. */
export interface Proof {
  readonly example: number;
  readonly operands: readonly number[];
  /** What follows. */
  readonly label: number;
  /** None of them can be left out. */
  readonly steps: readonly ProofStep[];
  readonly by: Deduction["by"];
  /** Whether no proof has fewer steps; if false, that is not known. */
  readonly shortest: boolean;
  /** The proof in words. */
  readonly says: Words;
}

/**
 * Why the label of an example follows from those that are shown: a proof with as few of them as can be,
 * or, if that takes too long to find, a short one from which none can be left out. Near the border, where
 * every example counts, proofs are long: of Z_71 with 460 pairs some tens of steps.
 *
 * @param example the index of one that is held out
 * @returns null if its label does not follow, as `knowable` says
 * @throws InputError as `knowable`, and if the example is shown
 * @example
 * ```ts
 * const all = task("cyclic:7");
 * const proof = why(all, [1, 3, 7, 10, 14, 16, 21], 9);
 * console.log(proof?.says.en);
 * ```
 */
export function why(
  task: Task,
  shown: Shown,
  example: number,
  knowledge: Knowledge = {},
): Proof | null {
  const lesson = readLesson(task, shown, knowledge);
  mustBe("example", whole(0, task.size - 1), example);
  if (lesson.shown.includes(example)) {
    throw new InputError(
      `example ${example} of ${task.id} is shown`,
      "ask of one that is held out",
    );
  }
  const deduction = deductionOf(lesson);
  const { follows, contradictory } = deduction.conclude(lesson.shown);
  if (contradictory) throw contradiction(lesson, deduction);
  if (!follows(example)) return null;
  const near = nearestFirst(example, lesson.shown, deduction);
  const shortest = shortestProof(example, near, deduction);
  const examples = shortest ?? shortProof(example, near, deduction);
  return proofOf(lesson, deduction.by, example, examples, shortest !== undefined);
}

function proofOf(
  lesson: Lesson,
  by: Deduction["by"],
  example: number,
  examples: readonly number[],
  shortest: boolean,
): Proof {
  const { task, data } = lesson;
  const equations = equationsIn(lesson);
  const times =
    equations && combination(equations.of([example]), equations.of(examples), equations.modulus);
  const steps = examples.map((index, i) => ({
    example: index,
    ...exampleOf(data, index),
    times: times?.[i] ?? null,
  }));
  const result = exampleOf(data, example);
  const cancels =
    !equations || !times || isSum(equations.of(examples), times, equations.of([example]));
  const modulus = cancels ? null : equations.modulus;
  const says = proofWords(task, by, steps, result, modulus);
  return { example, ...result, steps, by, shortest, says };
}

/** Whether relations add up to another over the integers. */
function isSum(relations: Relations, multiples: readonly number[], target: Relations): boolean {
  const total = new Map<number, number>();
  const add = ({ members, times }: Relations, multiple: (at: number) => number) => {
    for (const [at, member] of members.entries()) {
      total.set(member, (total.get(member) ?? 0) + multiple(Math.floor(at / 3)) * times[at]);
    }
  };
  add(relations, (i) => multiples[i]);
  add(target, () => -1);
  return [...total.values()].every((times) => times === 0);
}

/** A proof from which nothing can be left out, of examples near to what is proved. */
function shortProof(target: number, near: readonly number[], { conclude }: Deduction): number[] {
  const proves = (part: readonly number[]) => conclude(part).follows(target);
  let [short, enough] = [0, near.length];
  while (enough - short > 1) {
    const middle = (short + enough) >> 1;
    if (proves(near.slice(0, middle))) enough = middle;
    else short = middle;
  }
  return minimalPart(near.slice(0, enough), proves);
}

/** Examples that share a symbol with the target, then those that share one with these, and so on. */
function nearestFirst(target: number, shown: Uint32Array, { symbols }: Deduction): number[] {
  const containing = bySymbol(shown, symbols);
  const found = new Set<number>();
  const reached = new Set(symbols(target));
  for (const symbol of reached) {
    for (const example of containing.get(symbol) ?? []) {
      found.add(example);
      for (const other of symbols(example)) reached.add(other);
    }
  }
  return [...found];
}
