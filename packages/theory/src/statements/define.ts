import type { Words } from "./locale.ts";

/** A source that a number can come from. */
export interface Statement {
  readonly title: Words;
  /** What it says, in a sentence, in the form that holds. */
  readonly says: Words;
  /** Exported functions that compute it. */
  readonly functions: readonly string[];
}

export const define = <Id extends string>(table: Readonly<Record<Id, Statement>>) => table;
