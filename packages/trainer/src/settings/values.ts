import type { ChoiceForm, Form, ValueOf } from "@grokscape/models";
import type { settings } from "./settings.ts";

/** The rows of the table of settings. */
export type Rows = typeof settings;

type SectionName = {
  [N in keyof Rows]: Rows[N] extends { fields: object } ? N : never;
}[keyof Rows];
type Fields<S extends SectionName> = Rows[S]["fields"];

/** The kinds that a section comes in: of the optimiser, "adam" and its like. */
export type Kinds<S extends SectionName> =
  Fields<S> extends { kind: { form: ChoiceForm<infer Kind> } } ? Kind : undefined;

/** The names of a section's fields that count for one of its kinds. */
type Names<F, Kind> = {
  [N in keyof F]: F[N] extends { of: infer Of } ? (Kind extends keyof Of ? N : never) : N;
}[keyof F];

/** Of those, the names of what has no default. */
type NamesToSay<F, Kind> = {
  [N in keyof F]: F[N] extends { of: infer Of }
    ? Kind extends keyof Of
      ? undefined extends Of[Kind]
        ? N
        : never
      : never
    : N extends "kind"
      ? F[N] extends { usual: Kind }
        ? never
        : N
      : F[N] extends { required: true }
        ? N
        : never;
}[keyof F];

/** What a field of a complete config is. */
type Value<Row> = Row extends { form: infer F extends Form }
  ? ValueOf<F> | (Row extends { usual: null } ? null : never)
  : never;

/** A section of a complete config, of one of its kinds if it has any. */
export type Spec<S extends SectionName, Kind = undefined> = {
  readonly [N in keyof Pick<Fields<S>, Names<Fields<S>, Kind>>]: N extends "kind"
    ? Kind
    : Value<Fields<S>[N]>;
};

/** A section of any of these kinds. */
export type AnySpec<S extends SectionName, Kind = Kinds<S>> = Kind extends unknown
  ? Spec<S, Kind>
  : never;

type InPart<S extends SectionName, Kind> = Partial<Spec<S, Kind>> &
  Pick<Spec<S, Kind>, NamesToSay<Fields<S>, Kind>>;

/** A section as a person writes it: what has a default may be left out. */
type SpecInput<S extends SectionName, Kind = undefined> = {
  readonly [N in keyof InPart<S, Kind>]: InPart<S, Kind>[N];
};

type AnyInput<S extends SectionName, Kind = Kinds<S>> = Kind extends unknown
  ? SpecInput<S, Kind>
  : never;

/** One of a section, or as many as the table says. */
type Placed<Row, One> = Row extends { most: number }
  ? readonly One[]
  : Row extends { nullable: true }
    ? One | null
    : One;

/** A complete config, as far as these rows go. */
export type Complete<R> = {
  readonly [N in keyof R]: N extends SectionName ? Placed<R[N], AnySpec<N>> : Value<R[N]>;
};

/** The same as a person writes it. */
export type Written<R> = {
  readonly [N in keyof R]?: N extends SectionName ? Placed<R[N], AnyInput<N>> : Value<R[N]>;
};
