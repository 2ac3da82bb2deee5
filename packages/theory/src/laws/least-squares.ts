import { Matrix, solve } from "ml-matrix";

/**
 * The coefficients for which Σ_k c_k·columns_k is nearest to `target`; null if there are fewer rows
 * than coefficients, or the columns depend on each other.
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  target: readonly number[],
): number[] | null {
  if (target.length < columns.length) return null;
  if (![...columns, target].every((values) => values.every(Number.isFinite))) return null;
  const system = new Matrix(target.map((_, i) => columns.map((column) => column[i])));
  const fitted = solve(system, Matrix.columnVector([...target]), true).to1DArray();
  const distinct = columns.every(
    (column) => new Set(column).size > 1 || column.every((x) => x === 1),
  );
  return distinct && fitted.every(Number.isFinite) ? fitted : null;
}

/** Mean of some numbers; null if there are none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b) / values.length;
}
