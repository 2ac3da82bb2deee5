import {
  type Dataset,
  dataset,
  type Example,
  InputError,
  type Split,
  type Task,
} from "@grokscape/group-datasets";
import { callable, mustBe, optional, record, text } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";
import { type Alphabet, alphabetOf, type Knowledge, knowledgeForm } from "./knowledge.ts";

/** What is shown of a task: the indices of the examples, or a split. */
export type Shown = ArrayLike<number> | Pick<Split, "train">;

/** A task, what is shown of it, and what the learner knows: read and checked once. */
export interface Lesson {
  readonly task: Task;
  readonly knowledge: Knowledge;
  readonly data: Dataset;
  readonly alphabet: Alphabet;
  /** Ascending, each once. */
  readonly shown: Uint32Array;
  readonly heldOut: Uint32Array;
}

const taskForm = record({
  id: text,
  read: optional(callable),
  theory: optional(callable),
  symbol: optional(callable),
  answer: optional(callable),
  group: optional(aGroup),
});

/** @throws InputError if something is not as it must be, or nothing or everything is shown */
export function readLesson(task: Task, shown: Shown, knowledge: Knowledge): Lesson {
  mustBe("task", taskForm, task);
  mustBe("knowledge", knowledgeForm, knowledge);
  const examples = indicesOf(shown);
  const data = dataset(task);
  dataset(task, examples);
  const isShown = new Uint8Array(task.size);
  for (let i = 0; i < examples.length; i++) isShown[examples[i]] = 1;
  const [seen, heldOut] = [1, 0].map((side) => places(isShown, side));
  if (seen.length === 0 || heldOut.length === 0) {
    throw new InputError(
      `${seen.length === 0 ? "nothing" : "everything"} of ${task.id} is shown`,
      "what can be known is asked of a split that shows some examples and holds some out",
    );
  }
  const alphabet = alphabetOf(knowledge);
  const { id, vocabulary, classes } = task;
  if (alphabet === "all" && classes !== vocabulary) {
    throw new InputError(
      `${id} has ${vocabulary} symbols and ${classes} answers`,
      'one alphabet for "all" needs as many answers as symbols',
    );
  }
  const unlike = knowledge.commutative ? unlikeTransposes(data) : undefined;
  if (unlike) {
    throw new InputError(
      `${id} does not commute: examples ${unlike.join(" and ")} have the same operands and other labels`,
      "leave `commutative` out",
    );
  }
  return { task, knowledge, data, alphabet, shown: seen, heldOut };
}

function indicesOf(shown: Shown): ArrayLike<number> {
  const given: unknown = Object(shown).train ?? shown;
  if (typeof given === "object" && given !== null && "length" in given) {
    return given as ArrayLike<number>;
  }
  throw new InputError(
    "what is shown must be a list of example indices or a split",
    "split(task, { fraction: 0.4, seed: 1 }) makes one",
  );
}

function places(flags: Uint8Array, wanted: number): Uint32Array {
  let count = 0;
  for (const flag of flags) if (flag === wanted) count++;
  const found = new Uint32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (flags[i] === wanted) found[at++] = i;
  return found;
}

/**
 * The symbols of a task numbered through, operand by operand and then answers, those of one alphabet
 * only once: what to add to a symbol in each place, and how many there are.
 */
export function numbering({ operands, vocabulary, classes }: Task, alphabet: Alphabet) {
  const step = alphabet === "own" ? vocabulary : 0;
  const offsets = Array.from({ length: operands }, (_, place) => place * step);
  const answers = alphabet === "all" ? 0 : (offsets.at(-1) as number) + vocabulary;
  return { offsets: [...offsets, answers], count: answers + classes };
}

/** The operands and the label of an example. */
export const exampleOf = ({ operands, labels, arity }: Dataset, example: number): Example => ({
  operands: [...operands.subarray(example * arity, (example + 1) * arity)],
  label: labels[example],
});

/** The operands of an example in ascending order, as a key. */
export const sortedOperands = ({ operands, arity }: Dataset, example: number): string =>
  operands
    .slice(example * arity, (example + 1) * arity)
    .sort()
    .join();

/** Two examples with the same operands in another order and with other labels, if there are any. */
export function unlikeTransposes(data: Dataset): readonly [number, number] | undefined {
  const first = new Map<string, number>();
  for (let example = 0; example < data.count; example++) {
    const key = sortedOperands(data, example);
    const other = first.get(key) ?? example;
    if (data.labels[other] !== data.labels[example]) return [other, example];
    first.set(key, other);
  }
  return undefined;
}
