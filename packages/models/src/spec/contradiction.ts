import { InputError } from "@grokscape/group-datasets";
import type { Form } from "./form.ts";

/** Another field, beside some of whose values some values of this one mean nothing. */
export interface Contradiction {
  /** The other's name, or its place in a config. */
  readonly field: string;
  /** Only with this kind of what the other is a field of. */
  readonly of?: string;
  /** Of values that are each in order. */
  when(value: never, other: never): boolean;
  /** In words that follow a colon. */
  readonly why: string;
  /** What would be right. */
  wayOut(value: never): string;
}

interface Field {
  readonly form: Form;
  readonly contradicts?: readonly Contradiction[];
}

/** Two fields whose values contradict each other. */
export interface Contradicted {
  readonly field: string;
  readonly by: Contradiction;
}

/**
 * The contradictions among values that are each in order.
 *
 * @param fields by name, or by place
 * @param valueAt of a field; undefined where there is none
 * @param kindAt what a field is of
 */
export function contradictions(
  fields: Readonly<Record<string, Field>>,
  valueAt: (field: string) => unknown,
  kindAt: (field: string) => unknown,
): Contradicted[] {
  return Object.entries(fields).flatMap(([field, { contradicts = [] }]) => {
    const value = valueAt(field);
    return contradicts
      .filter((by) => {
        const other = valueAt(by.field);
        const both = value !== undefined && other !== undefined;
        return (
          both &&
          (by.of ?? kindAt(by.field)) === kindAt(by.field) &&
          by.when(value as never, other as never)
        );
      })
      .map((by) => ({ field, by }));
  });
}

/** @throws InputError naming both fields of the first contradiction, if there is one */
export function refuseContradictions(
  [first]: readonly Contradicted[],
  valueAt: (field: string) => unknown,
): void {
  if (!first) return;
  const { field, by } = first;
  const value = valueAt(field);
  throw new InputError(
    `${field} ${value} contradicts ${by.field} ${valueAt(by.field)}: ${by.why}`,
    by.wayOut(value as never),
  );
}
