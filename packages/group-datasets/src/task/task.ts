import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";

/** One example: what is shown, and the right answer. */
export interface Example {
  /** Symbols shown, each in [0, vocabulary); length = the task's `operands`. */
  readonly operands: readonly number[];
  /** The right class, in [0, classes). */
  readonly label: number;
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
  /** The group, where the label is the group's product of the operands in their order. */
  readonly group?: FiniteGroup;
  /** How people write a symbol that is shown. */
  symbol?(symbol: number): string;
  /** How people write a class. */
  answer?(label: number): string;
}

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
