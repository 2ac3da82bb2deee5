import { powerModulo } from "../numerics/power.ts";
import { isPrime, primeFactors } from "../numerics/primes.ts";

/*
 * Linear algebra over the field of p elements, for a prime p < 2²⁶, so that a product of two
 * residues is exact in float64.
 */

export type Vector = Int32Array;

/** x modulo p for a whole x from 0 to 2⁵², in less time than the remainder takes. */
export function residue(x: number, p: number): number {
  return x - Math.floor(x / p) * p;
}

/** 1/a modulo a prime p. */
export const inverse = (a: number, p: number): number => powerModulo(a, p - 2, p);

/** Least prime p ≡ 1 (mod e) above `bound`. */
export function splittingPrime(e: number, bound: number): number {
  let p = Math.floor(bound / e) * e + 1;
  while (p <= bound || !isPrime(p)) p += e;
  return p;
}

/** The e powers of an element of multiplicative order e, where e divides p − 1. */
export function rootPowers(e: number, p: number): Vector {
  const primes = primeFactors(e);
  let g = 1;
  while (primes.some((q) => powerModulo(g, (p - 1) / q, p) === 1)) g++;
  const root = powerModulo(g, (p - 1) / e, p);
  const powers = new Int32Array(e).fill(1);
  for (let k = 1; k < e; k++) powers[k] = (powers[k - 1] * root) % p;
  return powers;
}

/** Brings rows to reduced echelon form in place; gives the pivots' columns, a row each. */
export function reduce(rows: Vector[], p: number): number[] {
  const pivots: number[] = [];
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns && pivots.length < rows.length; column++) {
    const rank = pivots.length;
    const found = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found], rows[rank]];
    const scale = inverse(rows[rank][column], p);
    const pivot = rows[rank];
    for (let j = column; j < columns; j++) pivot[j] = residue(pivot[j] * scale, p);
    for (let i = 0; i < rows.length; i++) {
      const factor = rows[i][column];
      if (i === rank || factor === 0) continue;
      subtract(rows[i], pivot, factor, p);
    }
    pivots.push(column);
  }
  return pivots;
}

/** The powers v, Av, … Aᵈ⁻¹v that are independent, and the monic polynomial of degree d with m(A)v = 0. */
export interface Krylov {
  readonly vectors: readonly Vector[];
  /** Coefficients, lowest first. */
  readonly polynomial: readonly number[];
}

export function krylov(apply: (v: Vector) => Vector, v: Vector, p: number): Krylov {
  const vectors: Vector[] = [];
  const reduced: { row: Vector; combination: number[]; pivot: number }[] = [];
  let current = v;
  for (;;) {
    const row = current.slice();
    const combination = new Array<number>(vectors.length + 1).fill(0);
    combination[vectors.length] = 1;
    for (const earlier of reduced) {
      const factor = row[earlier.pivot];
      if (factor === 0) continue;
      subtract(row, earlier.row, factor, p);
      for (let j = 0; j < earlier.combination.length; j++) {
        combination[j] = residue(combination[j] + (p - factor) * earlier.combination[j], p);
      }
    }
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return { vectors, polynomial: combination };
    const scale = inverse(row[pivot], p);
    for (let j = 0; j < row.length; j++) row[j] = residue(row[j] * scale, p);
    reduced.push({ row, combination: combination.map((c) => (c * scale) % p), pivot });
    vectors.push(current);
    current = apply(current);
  }
}

/** The part of v in the eigenspace of a root: (m(A)/(A − root)) v. */
export function eigenvector({ vectors, polynomial }: Krylov, root: number, p: number): Vector {
  const result = new Int32Array(vectors[0].length);
  let coefficient = 0;
  for (let degree = vectors.length - 1; degree >= 0; degree--) {
    coefficient = (coefficient * root + polynomial[degree + 1]) % p;
    const vector = vectors[degree];
    for (let j = 0; j < result.length; j++) {
      result[j] = residue(result[j] + coefficient * vector[j], p);
    }
  }
  return result;
}

/** row ← row − factor·other */
export function subtract(row: Vector, other: Vector, factor: number, p: number): void {
  const minus = p - factor;
  for (let j = 0; j < row.length; j++) row[j] = residue(row[j] + minus * other[j], p);
}

/** The roots in the field, by trying every element. */
export function roots(polynomial: readonly number[], p: number): number[] {
  const found: number[] = [];
  for (let x = 0; x < p && found.length < polynomial.length - 1; x++) {
    let value = 0;
    for (let i = polynomial.length - 1; i >= 0; i--) value = residue(value * x + polynomial[i], p);
    if (value === 0) found.push(x);
  }
  return found;
}
