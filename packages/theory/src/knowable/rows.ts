import { type PrimePower, valuation } from "./prime-power.ts";

/** Row, column and number of times of the entry in the first columns that p divides most rarely. */
export function leastDivisible(
  rows: readonly Int32Array[],
  columns: number,
  ring: PrimePower,
): readonly [row: number, column: number, times: number] {
  let best: [number, number, number] = [0, 0, ring.exponent];
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < columns; j++) {
      if (row[j] === 0) continue;
      const times = valuation(row[j], ring);
      if (times < best[2]) best = [i, j, times];
      if (times === 0) return best;
    }
  }
  return best;
}

/** row ×= factor, modulo q. */
export function scale(row: Int32Array, factor: number, q: number): void {
  for (let j = 0; j < row.length; j++) row[j] = (row[j] * factor) % q;
}

/** row −= factor·other, modulo q, for a factor in 0 … q − 1. */
export function subtract(row: Int32Array, factor: number, other: Int32Array, q: number): void {
  if (factor === 0) return;
  const plus = q - factor;
  for (let j = 0; j < row.length; j++) {
    if (other[j] !== 0) row[j] = (row[j] + plus * other[j]) % q;
  }
}
