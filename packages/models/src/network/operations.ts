import type { Activation } from "../spec/activation.ts";

/**
 * What a matrix library must do for our networks, which are written once on top of it. M is its
 * matrix; every operation is differentiable in its matrices.
 */
export interface Operations<M, Input> {
  /** A matrix of given numbers, row-major, through which no gradient flows. */
  constant(rows: number, columns: number, values: ArrayLike<number>): M;
  /** Row by row the sum of the rows of the table that a `Selection` names. */
  select(table: M, input: Input): M;
  /** `count` successive rows. */
  rows(a: M, from: number, count: number): M;
  /** One below the other. */
  stack(parts: readonly M[]): M;
  /** Side by side. */
  beside(parts: readonly M[]): M;
  product(a: M, b: M): M;
  /** a + b, where b has a's shape, one row or one column. */
  add(a: M, b: M): M;
  /** a·b entry by entry, where b has a's shape, one row or one column. */
  times(a: M, b: M): M;
  scale(a: M, factor: number): M;
  activate(a: M, activation: Activation): M;
  /** Over the rows (one row remains) or over the columns (one column remains). */
  mean(a: M, over: "rows" | "columns"): M;
  /** 1/√(a + ε), entry by entry. */
  inverseRoot(a: M, epsilon: number): M;
  /** e^{a_s}/Σ_t e^{a_t} for matrices a_1, a_2, … of one shape, entry by entry. */
  softmax(parts: readonly M[]): M[];
}

/** Weights by the names that `weightLayout` gives them. */
export type Named<M> = Readonly<Record<string, M>>;
