import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { seen } from "../text/seen.ts";
import type { PluginId } from "./plugin-id.ts";

/** One example: what is shown, and the right answer. */
export interface Example {
  /** Symbols shown, each in [0, vocabulary); length = the task's `operands`. */
  readonly operands: readonly number[];
  /** The right class, in [0, classes). */
  readonly label: number;
}

/** What the theory of features may rest on in a task. */
export interface TaskTheory {
  /**
   * The group whose table the task is, up to other names for the symbols of each operand and for
   * the classes: its irreps give the features. null: no irrep features are predicted.
   */
  readonly group: FiniteGroup | null;
  /** Why, in one sentence. */
  readonly reason: string;
}

/** The measures of a task that a network needs to know. Plain data. */
export interface TaskShape {
  /** How many symbols an example shows (arity). */
  readonly operands: number;
  /** How many different symbols an operand can be. */
  readonly vocabulary: number;
  /** How many classes a label can be. */
  readonly classes: number;
}

/**
 * What is to be learnt: finitely many examples, numbered 0 … size − 1. Examples are computed from
 * their number, never stored.
 */
export interface Task extends TaskShape {
  /** Name that makes the task again, `task(id)`; the same for all spellings of it. */
  readonly id: string;
  readonly title: string;
  /** Number of examples. */
  readonly size: number;
  /** @throws InputError if `index` is no whole number in [0, size) */
  example(index: number): Example;
  /**
   * Writes an example's operands into `into` from place `at` on and gives its label, without making
   * an object. `index` is not checked.
   */
  read?(index: number, into: { [place: number]: number }, at: number): number;
  /** The group, where there are two operands and the label is their product in it. */
  readonly group?: FiniteGroup;
  /** The two that the task is of, if it is of two operations: its examples are the first's, then the second's. */
  readonly operations?: readonly [Task, Task];
  /** The plug-ins whose families have made it, or a task that it is made of. */
  readonly plugins?: readonly PluginId[];
  /** What the theory says of a task that is no group's product; computed when asked. */
  theory?(): TaskTheory;
  /** How people write a symbol that is shown. */
  symbol?(symbol: number): string;
  /** How people write a class. */
  answer?(label: number): string;
}

/** Most examples a task may have: those of a group of the largest order. */
export const maximumTaskSize = 2 ** 26;

type TaskParts = Omit<Task, "example"> & Required<Pick<Task, "read">>;

/** A task whose examples are made by `read`, with a checked `example`. */
export function makeTask(parts: TaskParts): Task & TaskParts {
  const { id, size, operands, read } = parts;
  return {
    ...parts,
    example(index) {
      if (!Number.isInteger(index) || index < 0 || index >= size) {
        throw new InputError(`${id} has no example ${index}`, `its examples are 0 … ${size - 1}`);
      }
      const shown = new Array<number>(operands);
      const label = read(index, shown, 0);
      return { operands: shown, label };
    },
  };
}

/** How many different symbols or classes 16 bits tell apart. */
const most16 = 2 ** 16;

const measures = {
  operands: most16,
  vocabulary: most16,
  classes: most16,
  size: maximumTaskSize,
} as const;

type Measures = Pick<Task, "id" | keyof typeof measures>;

/** @throws InputError unless this is a task, whose measures data sets can hold */
export function checkTask(task: Task): void {
  if (typeof Object(task).example !== "function") {
    throw new InputError(
      `a task is needed, got ${seen(task)}`,
      typeof task === "string" ? "make it with task(…)" : 'make one, such as task("cyclic:7")',
    );
  }
  checkMeasures(task);
}

/** @throws InputError unless they are whole numbers that data sets can hold, of a task with an id */
export function checkMeasures(task: Measures): void {
  if (typeof task.id !== "string") {
    throw new InputError(`a task's id must be a text, got ${seen(task.id)}`);
  }
  for (const name of Object.keys(measures) as (keyof typeof measures)[]) {
    const [value, most] = [task[name], measures[name]];
    if (Number.isInteger(value) && value >= 1 && value <= most) continue;
    throw new InputError(`${task.id} has ${name} ${seen(value)}`, `it must be from 1 to ${most}`);
  }
}

/** Most numbers that are held of a task at once: those of a group of the largest order. */
const mostNumbers = 3 * maximumTaskSize;

/**
 * @param count how many examples are to be held; all of them if left out
 * @throws InputError if they are too many to hold at once, operands and labels
 */
export function checkHeld({ id, operands, size }: Task, count = size): void {
  const numbers = count * (operands + 1);
  if (numbers <= mostNumbers) return;
  throw new InputError(
    `${count} examples of ${id} are ${numbers} numbers, which take ${gigabytes(numbers)}`,
    `${mostNumbers} are held at once (${gigabytes(mostNumbers)}): take a smaller task`,
  );
}

const gigabytes = (numbers: number): string =>
  `${((numbers * Uint16Array.BYTES_PER_ELEMENT) / 1e9).toFixed(1)} GB`;

/**
 * `task.read` for one example after another, also of a task that knows `example` alone. What it reads
 * is checked: every example shows `operands` symbols below `vocabulary`, and its label is below
 * `classes`.
 */
export function reader(task: Task): NonNullable<Task["read"]> {
  const { operands: arity, vocabulary, classes } = task;
  const read = task.read ?? readByExample(task);
  const shown = new Array<number>(arity);
  return (index, into, at) => {
    shown.fill(-1);
    const label = read(index, shown, 0);
    let right = shown.length === arity && isBelow(label, classes);
    for (let i = 0; i < arity; i++) {
      right &&= isBelow(shown[i], vocabulary);
      into[at + i] = shown[i];
    }
    if (!right) throw wrongExample(task, index, shown, label);
    return label;
  };
}

function readByExample(task: Task): NonNullable<Task["read"]> {
  return (index, into, at) => {
    const { operands = [], label } = Object(task.example(index)) as Example;
    if (operands.length !== task.operands) throw wrongExample(task, index, operands, label);
    for (let i = 0; i < operands.length; i++) into[at + i] = operands[i];
    return label;
  };
}

export const isBelow = (value: number, bound: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < bound;

function wrongExample(
  { id, operands: arity, vocabulary, classes }: Task,
  index: number,
  shown: readonly number[],
  label: number,
): InputError {
  const place = shown.findIndex((symbol) => !isBelow(symbol, vocabulary));
  if (shown.length === arity && place < 0) {
    return new InputError(
      `example ${index} of ${id} has the label ${seen(label)}`,
      `its labels are 0 … ${classes - 1}`,
    );
  }
  const what =
    shown.length === arity
      ? `${seen(shown[place])} as operand ${place}`
      : `${shown.length} operands`;
  return new InputError(
    `example ${index} of ${id} shows ${what}`,
    `it must show ${arity} symbols, each in 0 … ${vocabulary - 1}`,
  );
}

/** The labels of all examples, in their order. @throws InputError if one is wrong */
export function allLabels(task: Task): Uint16Array {
  checkHeld(task);
  const read = reader(task);
  const shown = new Array<number>(task.operands);
  const labels = new Uint16Array(task.size);
  for (let index = 0; index < task.size; index++) labels[index] = read(index, shown, 0);
  return labels;
}
