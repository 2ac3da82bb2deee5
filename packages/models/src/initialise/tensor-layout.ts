/** How a tensor's entries start: uniform on ±bound, normal around 0, or all alike. */
export type Start =
  | { readonly kind: "uniform"; readonly bound: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "constant"; readonly value: number };

/** A weight tensor's name, its shape, and how it starts. */
export interface WeightLayout {
  readonly name: string;
  readonly shape: readonly [rows: number, columns: number];
  readonly start: Start;
}

export function uniform(name: string, rows: number, columns: number, bound: number): WeightLayout {
  return { name, shape: [rows, columns], start: { kind: "uniform", bound } };
}

export function normal(
  name: string,
  rows: number,
  columns: number,
  deviation: number,
): WeightLayout {
  return { name, shape: [rows, columns], start: { kind: "normal", deviation } };
}

/** A row of equal numbers. */
export function constantRow(name: string, columns: number, value: number): WeightLayout {
  return { name, shape: [1, columns], start: { kind: "constant", value } };
}

/** The trained rows of a norm, which change nothing at the start. */
export function normLayout(name: string, columns: number): WeightLayout[] {
  return [constantRow(`${name}.scale`, columns, 1), constantRow(`${name}.shift`, columns, 0)];
}
