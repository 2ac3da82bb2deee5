import type { Contradiction, Form } from "@grokscape/models";

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

/** Where a reader finds a setting. */
interface Place {
  readonly group: Group;
  /** The short option of the command line, beside --<path>. */
  readonly option: string;
  /** What stands for its value there. */
  readonly symbol: string;
  /** What others call it, for hints: the options of other tools, separated by spaces. */
  readonly known?: string;
}

/** What holds where nothing is said; if nothing here tells, the setting may be left out. */
export interface Otherwise {
  /** Where this is null, null is a value of the setting. */
  readonly usual?: Value;
  /** The same for each kind that has it, such as the optimisers; undefined where it must be said. */
  readonly of?: Readonly<Record<string, Value | undefined>>;
  readonly required?: true;
}

/** What a setting has to do with others. */
export interface Relations {
  /** The word for null, of the setting or of its section. */
  readonly none?: string;
  /** Where else it counts: only while another setting is one of these. */
  readonly when?: { readonly path: string; readonly is: readonly Value[] };
  /** All settings of one group of rivals say the same in different ways: at most one is given. */
  readonly rival?: string;
  readonly contradicts?: readonly Contradiction[];
}

/** One field of a run's config: what it may be, what it is where nothing is said, and where it counts. */
export type Setting<Of extends Form = Form, Else = Otherwise & Relations> = Place &
  Else & { readonly form: Of };

/** A part of a config that has fields of its own: the config itself, its optimiser, its goal. */
export interface Section {
  /** Its settings, and the sections within it, by name. */
  readonly fields: Readonly<Record<string, Setting | Section>>;
  /** Its like come in a list, at most so many. */
  readonly most?: number;
  /** It may be null. */
  readonly nullable?: true;
  /** It may be left out. */
  readonly optional?: true;
  /** What it is where nothing is said, if more than the defaults of its settings. */
  readonly usual?: object;
}
