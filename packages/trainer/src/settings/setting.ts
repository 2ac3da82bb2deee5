import type { Form } from "@grokscape/models";

export type Value = number | string | boolean | readonly number[] | null;

/** Headings under which settings stand, in the help, the lab and the reference. */
export const groups = [
  "data",
  "network",
  "start",
  "loss",
  "optimiser",
  "schedule",
  "gradients",
  "end",
] as const;
export type Group = (typeof groups)[number];

/** One field of a run's config: what it may be, what it is where nothing is said, and where it counts. */
export interface Setting {
  readonly form: Form;
  /** What holds where nothing is said. Neither this nor `of`: it may be left out, unless it is required. */
  readonly usual?: Value;
  readonly required?: true;
  /** The same for each kind that has it, such as the optimisers; undefined where it must be said. */
  readonly of?: Readonly<Record<string, Value | undefined>>;
  /** The word for null, if it may be null. */
  readonly none?: string;
  /** Where else it counts: only while another setting is one of these. */
  readonly when?: { readonly path: string; readonly is: readonly Value[] };
  /** All settings of one group of rivals say the same in different ways: at most one is given. */
  readonly rival?: string;
  readonly group: Group;
  /** The short option of the command line, beside --<path>. */
  readonly option: string;
  /** What stands for its value there. */
  readonly symbol: string;
  /** What others call it, for hints: the options of other tools, separated by spaces. */
  readonly known?: string;
}
