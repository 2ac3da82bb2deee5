import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";

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
  /** Canonical name that makes the task again: `task(id)`. */
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

/** `task.read`, also for a task that knows `example` alone. */
export function reader({ read, example }: Task): NonNullable<Task["read"]> {
  return (
    read ??
    ((index, into, at) => {
      const { operands, label } = example(index);
      for (const [i, operand] of operands.entries()) into[at + i] = operand;
      return label;
    })
  );
}

/** The labels of all examples, in their order. */
export function allLabels(task: Task): Uint16Array {
  const read = reader(task);
  const shown = new Array<number>(task.operands);
  return Uint16Array.from({ length: task.size }, (_, index) => read(index, shown, 0));
}
