/** How a tensor's entries start: uniform on ±bound, normal around 0, or all alike. */
export type Start =
  | { readonly kind: "uniform"; readonly bound: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "constant"; readonly value: number };

/**
 * What a tensor does: "embedding" gives symbols and places their rows, "hidden" is a matrix of a hidden
 * layer, of attention or of a transformer's MLP, "top" takes the features to the logits; "bias" and
 * "norm" are the rows that are added or multiplied. An imaginary part does what its real part does.
 */
export type Role = "embedding" | "hidden" | "top" | "bias" | "norm";

/** A weight tensor's name, what it does, its shape, and how it starts. */
export interface WeightLayout {
  readonly name: string;
  readonly role: Role;
  readonly shape: readonly [rows: number, columns: number];
  readonly start: Start;
}

export function uniform(
  role: Role,
  name: string,
  rows: number,
  columns: number,
  bound: number,
): WeightLayout {
  return { name, role, shape: [rows, columns], start: { kind: "uniform", bound } };
}

export function normal(
  role: Role,
  name: string,
  rows: number,
  columns: number,
  deviation: number,
): WeightLayout {
  return { name, role, shape: [rows, columns], start: { kind: "normal", deviation } };
}

/** A row of equal numbers. */
export function constantRow(
  role: Role,
  name: string,
  columns: number,
  value: number,
): WeightLayout {
  return { name, role, shape: [1, columns], start: { kind: "constant", value } };
}

/** The trained rows of a norm, which change nothing at the start. */
export function normLayout(name: string, columns: number): WeightLayout[] {
  return [
    constantRow("norm", `${name}.scale`, columns, 1),
    constantRow("norm", `${name}.shift`, columns, 0),
  ];
}
