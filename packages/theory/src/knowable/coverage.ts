import { type Lesson, numbering } from "./lesson.ts";

/**
 * Whether all symbols of an example occur in the shown ones: each operand in its place, or in any if
 * the learner has one alphabet for them, and its answer.
 */
export function coverage(lesson: Lesson): (example: number) => boolean {
  const occurs = occurring(lesson);
  const { arity, operands, labels } = lesson.data;
  const { offsets } = numbering(lesson.task, lesson.alphabet);
  return (example) => {
    if (!occurs[labels[example] + offsets[arity]]) return false;
    for (let i = 0; i < arity; i++) {
      if (!occurs[operands[example * arity + i] + offsets[i]]) return false;
    }
    return true;
  };
}

/** Symbol, numbered through, → 1 if it occurs in a shown example. */
function occurring({ task, data, alphabet, shown }: Lesson): Uint8Array {
  const { arity, operands, labels } = data;
  const { offsets, count } = numbering(task, alphabet);
  const occurs = new Uint8Array(count);
  for (const example of shown) {
    for (let i = 0; i < arity; i++) occurs[operands[example * arity + i] + offsets[i]] = 1;
    occurs[labels[example] + offsets[arity]] = 1;
  }
  return occurs;
}

/** Examples that become each other when operands that never occurred are exchanged. */
interface Interchangeable {
  readonly examples: number[];
  /** Answer → how many are right, in expectation, if all are answered so. */
  readonly answers: Map<number, number>;
}

/** What the best of all learners gets right. */
export interface Best {
  /** The share of the held-out examples that it gets right in expectation. */
  readonly bestAccuracy: number;
  /** Those for which it can only draw lots, ascending. */
  readonly unknowable: Uint32Array;
}

/**
 * What a learner without prior knowledge gets right in expectation, at most.
 *
 * Such a learner does not care how symbols are named, so symbols that never occurred are the same to
 * it: what it answers is distributed alike whichever of them it is asked about, and among answers that
 * never occurred it can only draw lots. Take the examples that become each other when such operands are
 * exchanged (a row that never occurred, in one column: as many as there are such rows). It gives all
 * of them one distribution p over the answers, and is right in Σ p(answer) of them. That is at most
 * the largest number of them that share an answer that occurred, or, of those whose answer never
 * occurred, their number divided by how many such answers there are. Where the learner knows all that
 * is covered, Bayes' rule says that this is reached. In a group's table it comes to 1 of U rows a column;
 * one missing row is found by elimination.
 */
export function bestOf(lesson: Lesson): Best {
  const { task, data, alphabet, heldOut } = lesson;
  const { arity, operands, labels } = data;
  const { offsets, count } = numbering(task, alphabet);
  const occurs = occurring(lesson);
  const isCovered = coverage(lesson);
  let newAnswers = 0;
  for (let id = offsets[arity]; id < count; id++) newAnswers += 1 - occurs[id];

  let right = 0;
  const groups = new Map<string, Interchangeable>();
  const pattern = new Array<number>(arity);
  for (const example of heldOut) {
    if (isCovered(example)) {
      right++;
      continue;
    }
    const strangers: number[] = [];
    for (let i = 0; i < arity; i++) {
      const id = operands[example * arity + i] + offsets[i];
      if (!occurs[id] && !strangers.includes(id)) strangers.push(id);
      pattern[i] = occurs[id] ? id : -1 - strangers.indexOf(id);
    }
    const id = labels[example] + offsets[arity];
    const same = strangers.indexOf(id);
    const others = newAnswers - (alphabet === "all" ? strangers.length : 0);
    const group = pattern.join();
    const { examples, answers }: Interchangeable = groups.get(group) ?? {
      examples: [],
      answers: new Map(),
    };
    groups.set(group, { examples, answers });
    examples.push(example);
    const [answer, share] = occurs[id] ? [id, 1] : same >= 0 ? [-2 - same, 1] : [-1, 1 / others];
    answers.set(answer, (answers.get(answer) ?? 0) + share);
  }
  const unknowable: number[] = [];
  for (const { examples, answers } of groups.values()) {
    const most = Math.max(...answers.values());
    right += most;
    if (most < examples.length) unknowable.push(...examples);
  }
  return { bestAccuracy: right / heldOut.length, unknowable: Uint32Array.from(unknowable).sort() };
}
