import { inverse, type PrimePower, valuation } from "./prime-power.ts";
import { leastDivisible, scale, subtract } from "./rows.ts";

/** (Z/q)ᵏ modulo some rows, as a product of cyclic groups. */
export interface Quotient {
  /** Orders of the cyclic groups, each a power of p above 1. */
  readonly orders: readonly number[];
  /** k × orders.length, row-major: the coordinates of each of the k generators. */
  readonly images: Int32Array;
}

/**
 * The Smith normal form over Z/pᵏ: a pivot that p divides as rarely as any entry left divides its row
 * and its column, so that clearing both needs no more than steps of the ring.
 *
 * @param relations rows of length k, entries in 0 … q − 1; changed
 */
export function quotient(relations: Iterable<Int32Array>, k: number, ring: PrimePower): Quotient {
  const { prime, exponent, modulus: q } = ring;
  const rows = independentRows(relations, ring);
  const images = new Int32Array(k * k);
  for (let j = 0; j < k; j++) images[j * k + j] = 1;
  const exponents = new Uint8Array(k).fill(exponent);
  while (rows.length > 0) {
    const [i, j, least] = leastDivisible(rows, k, ring);
    if (least === exponent) break;
    const [pivot] = rows.splice(i, 1);
    const power = prime ** least;
    scale(pivot, inverse(pivot[j] / power, q / power), q);
    for (const row of rows) subtract(row, row[j] / power, pivot, q);
    exponents[j] = least;
    // the generator x_j becomes x_j − Σ (pivot[i]/power)·x_i over the others
    const others = pivot.map((entry, column) => (column === j ? 0 : entry / power));
    for (let at = 0; at < k * k; at += k) {
      if (images[at + j] !== 0) subtract(images.subarray(at, at + k), images[at + j], others, q);
    }
  }
  const kept = Array.from(exponents.keys()).filter((j) => exponents[j] > 0);
  const orders = kept.map((j) => prime ** exponents[j]);
  const reduced = new Int32Array(k * kept.length);
  for (let i = 0; i < k; i++) {
    for (const [at, j] of kept.entries()) {
      reduced[i * kept.length + at] = images[i * k + j] % orders[at];
    }
  }
  return { orders, images: reduced };
}

/** Rows that span the same, at most one for each column. */
function independentRows(relations: Iterable<Int32Array>, ring: PrimePower): Int32Array[] {
  const { prime, modulus: q } = ring;
  const rows: (Int32Array | undefined)[] = [];
  for (let row of relations) {
    for (let j = 0; j < row.length; j++) {
      if (row[j] === 0) continue;
      let pivot = rows[j];
      if (!pivot || valuation(row[j], ring) < valuation(pivot[j], ring)) {
        [rows[j], pivot] = [row, pivot];
        if (!pivot) break;
        row = pivot;
        pivot = rows[j] as Int32Array;
      }
      const power = prime ** valuation(pivot[j], ring);
      const unit = inverse(pivot[j] / power, q / power);
      subtract(row, ((row[j] / power) * unit) % q, pivot, q);
    }
  }
  return rows.filter((row) => row !== undefined);
}
