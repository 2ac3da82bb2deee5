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
  /** The group, where the task is a group's multiplication table. */
  readonly group?: FiniteGroup;
}
