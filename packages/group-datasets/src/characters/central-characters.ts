import type { FiniteGroup } from "../group/finite-group.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { eigenvector, inverse, krylov, reduce, roots, subtract, type Vector } from "./modular.ts";

/**
 * The central characters ω_χ(C) = |C|·χ(C)/χ(1) modulo p, a vector over the classes for each
 * irreducible χ, with ω(identity) = 1: the common eigenvectors of the class multiplications
 * (Burnside; Dixon, Numer. Math. 10, 1967).
 */
export function centralCharacters(
  group: FiniteGroup,
  classes: ConjugacyClasses,
  p: number,
): Vector[] {
  const { count, sizes } = classes;
  const one = classes.classOf[group.identity];
  let spaces: Vector[][] = [unitVectors(count)];
  // small classes first: their matrices cost least
  const order = Array.from(sizes.keys()).sort((r, s) => sizes[r] - sizes[s]);
  for (const r of order) {
    if (r === one) continue;
    if (spaces.every((space) => space.length === 1)) break;
    const matrix = classMultiplication(group, classes, r);
    spaces = spaces.flatMap((space) => splitSpace(space, matrix, p));
  }
  return spaces.map(([vector]) => {
    const scale = inverse(vector[one], p);
    return vector.map((value) => (value * scale) % p);
  });
}

function unitVectors(n: number): Vector[] {
  return Array.from({ length: n }, (_, i) => {
    const vector = new Int32Array(n);
    vector[i] = 1;
    return vector;
  });
}

/** Row s, column t: in how many ways a fixed z in class t is x·y with x in class r and y in class s. */
function classMultiplication(
  group: FiniteGroup,
  { count, classOf, representatives }: ConjugacyClasses,
  r: number,
): Vector[] {
  const rows = Array.from({ length: count }, () => new Int32Array(count));
  for (let x = 0; x < group.order; x++) {
    if (classOf[x] !== r) continue;
    const back = group.inverse(x);
    for (let t = 0; t < count; t++) {
      rows[classOf[group.multiply(back, representatives[t])]][t]++;
    }
  }
  return rows;
}

/** Splits an invariant space, given by a basis, into the eigenspaces of a matrix in it. */
function splitSpace(basis: Vector[], matrix: readonly Vector[], p: number): Vector[][] {
  const dimension = basis.length;
  if (dimension === 1) return [basis];
  const pivots = reduce(basis, p);
  // In reduced echelon form a vector's coordinates are its values at the pivots.
  const columns = basis.map((vector) => applyAt(matrix, vector, pivots, p));
  const restricted = pivots.map((_, i) => Int32Array.from(columns, (column) => column[i]));
  const spaces = new Map<number, EchelonBasis>();
  let found = 0;
  for (let start = -1; found < dimension; start++) {
    const powers = krylov((v) => applyMatrix(restricted, v, p), startVector(dimension, start), p);
    for (const eigenvalue of roots(powers.polynomial, p)) {
      const space = spaces.get(eigenvalue) ?? new EchelonBasis(p);
      spaces.set(eigenvalue, space);
      if (space.add(eigenvector(powers, eigenvalue, p))) found++;
    }
  }
  return [...spaces.values()].map(({ vectors }) =>
    vectors.map((coordinates) => combine(coordinates, basis, p)),
  );
}

/** A vector that most likely has a part in every eigenspace; then, to be sure, the unit vectors. */
function startVector(dimension: number, start: number): Vector {
  if (start < 0) return Int32Array.from({ length: dimension }, (_, j) => (j * j + 3 * j + 1) % 97);
  return new Int32Array(dimension).with(start, 1);
}

/** Independent vectors, each with a pivot where the earlier ones are zero. */
class EchelonBasis {
  readonly vectors: Vector[] = [];
  readonly #pivots: number[] = [];
  readonly #p: number;

  constructor(p: number) {
    this.#p = p;
  }

  /** Adds the vector's new direction, and says whether it had one. */
  add(vector: Vector): boolean {
    const rest = vector.slice();
    for (const [i, earlier] of this.vectors.entries()) {
      const factor = rest[this.#pivots[i]];
      if (factor !== 0) subtract(rest, earlier, factor, this.#p);
    }
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot < 0) return false;
    const scale = inverse(rest[pivot], this.#p);
    this.vectors.push(rest.map((value) => (value * scale) % this.#p));
    this.#pivots.push(pivot);
    return true;
  }
}

function applyMatrix(matrix: readonly Vector[], v: Vector, p: number): Vector {
  return Int32Array.from(matrix, (row) => dot(row, v, p));
}

function applyAt(matrix: readonly Vector[], v: Vector, at: readonly number[], p: number): Vector {
  return Int32Array.from(at, (i) => dot(matrix[i], v, p));
}

function dot(a: Vector, b: Vector, p: number): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum = (sum + a[j] * b[j]) % p;
  return sum;
}

function combine(coordinates: Vector, rows: readonly Vector[], p: number): Vector {
  const vector = new Int32Array(rows[0].length);
  for (const [i, row] of rows.entries()) {
    const factor = coordinates[i];
    if (factor === 0) continue;
    for (let j = 0; j < vector.length; j++) vector[j] = (vector[j] + factor * row[j]) % p;
  }
  return vector;
}
