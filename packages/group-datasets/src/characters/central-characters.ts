import type { FiniteGroup } from "../group/finite-group.ts";
import { generic } from "../numerics/generic.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { center } from "../structure/series.ts";
import { extensions, trivialCharacter } from "./linear-characters.ts";
import {
  eigenvector,
  inverse,
  krylov,
  reduce,
  residue,
  roots,
  subtract,
  type Vector,
} from "./modular.ts";

/**
 * The central characters ω_χ(C) = |C|·χ(C)/χ(1) modulo p, a vector over the classes for each
 * irreducible χ, with ω(identity) = 1: the common eigenvectors of the class multiplications
 * (Burnside; Dixon, Numer. Math. 10, 1967).
 *
 * @param zeta the powers of an e-th root of unity modulo p, e being the exponent
 */
export function centralCharacters(
  group: FiniteGroup,
  classes: ConjugacyClasses,
  zeta: Vector,
  p: number,
): Vector[] {
  const one = classes.classOf[group.identity];
  let spaces = spacesOverCenter(group, classes, zeta);
  for (let attempt = 1; spaces.some((space) => space.length > 1); attempt++) {
    const matrix = classMultiplication(group, classes, p, attempt);
    spaces = spaces.flatMap((space) => splitSpace(space, matrix, p));
  }
  return spaces.map(([vector]) => {
    const scale = inverse(vector[one], p);
    return vector.map((value) => (value * scale) % p);
  });
}

/**
 * For each character λ of the center a basis of the vectors with ω(z·C) = λ(z)·ω(C): one for each orbit
 * of the center on the classes whose stabiliser λ is 1 on.
 */
function spacesOverCenter(
  group: FiniteGroup,
  { count, classOf, representatives }: ConjugacyClasses,
  zeta: Vector,
): Vector[][] {
  const Z = center(group);
  return extensions(group, trivialCharacter(group, zeta.length), Z).map(({ exponents }) => {
    const met = new Uint8Array(count);
    const basis: Vector[] = [];
    for (let c = 0; c < count; c++) {
      if (met[c]) continue;
      const vector = new Int32Array(count);
      let consistent = true;
      for (const z of Z) {
        const moved = classOf[group.multiply(z, representatives[c])];
        const value = zeta[exponents[z]];
        if (met[moved] && vector[moved] !== value) consistent = false;
        met[moved] = 1;
        vector[moved] = value;
      }
      if (consistent) basis.push(vector);
    }
    return basis;
  });
}

/**
 * The multiplication by a sum of classes with coefficients that hardly any two χ agree on. Row s, column
 * t: in how many ways a fixed z in class t is x·y with y in class s, each counted with x's coefficient.
 */
function classMultiplication(
  group: FiniteGroup,
  { count, classOf, representatives }: ConjugacyClasses,
  p: number,
  attempt: number,
): Vector[] {
  const coefficients = Int32Array.from({ length: count }, (_, r) =>
    Math.floor((generic(r + 1, attempt) + 0.5) * p),
  );
  const rows = Array.from({ length: count }, () => new Int32Array(count));
  for (let x = 0; x < group.order; x++) {
    const coefficient = coefficients[classOf[x]];
    const back = group.inverse(x);
    for (let t = 0; t < count; t++) {
      const row = rows[classOf[group.multiply(back, representatives[t])]];
      row[t] = residue(row[t] + coefficient, p);
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
  const limit = 2 ** 52 - p * p;
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    sum += a[j] * b[j];
    if (sum > limit) sum = residue(sum, p);
  }
  return residue(sum, p);
}

function combine(coordinates: Vector, rows: readonly Vector[], p: number): Vector {
  const vector = new Int32Array(rows[0].length);
  for (const [i, row] of rows.entries()) {
    const factor = coordinates[i];
    if (factor === 0) continue;
    for (let j = 0; j < vector.length; j++) vector[j] = residue(vector[j] + factor * row[j], p);
  }
  return vector;
}
