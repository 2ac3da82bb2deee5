import type { FiniteGroup } from "../group/finite-group.ts";
import { remembered } from "../group/remembered.ts";
import { complexArray } from "../numerics/complex-matrix.ts";
import { type ConjugacyClasses, conjugacyClasses } from "../structure/conjugacy-classes.ts";
import type { Origin } from "./character.ts";
import { irreducibleCharacters } from "./irreducible-characters.ts";

/** The irreducible characters of a group, by degree; the trivial one is row 0. */
export interface CharacterTable {
  /** Degree of each irreducible character. */
  readonly degrees: Uint32Array;
  /** Frobenius–Schur indicator of each: 1 (real), 0 (complex) or −1 (quaternionic). */
  readonly indicators: Int8Array;
  /** Element → class (column). */
  readonly classOf: Uint16Array;
  readonly classSizes: Uint32Array;
  /** Real parts, irreducible characters × classes, row-major. */
  readonly re: Float64Array;
  /** Imaginary parts, likewise. */
  readonly im: Float64Array;
}

/**
 * The character table, from the Cayley table alone and exact up to the last sum of roots of unity. The
 * characters of a metabelian group (dihedral, Frobenius, Heisenberg, …) are induced from linear ones by
 * Clifford's theorem; others are found modulo a prime (Burnside; Dixon, Numer. Math. 10, 1967). Equal
 * Cayley tables give equal character tables, the same bits in every engine; rows with equal degree are
 * ordered by their values.
 */
export function characterTable(group: FiniteGroup): CharacterTable {
  return describedCharacters(group).table;
}

interface DescribedCharacters {
  readonly table: CharacterTable;
  /** Row → where it is found. */
  readonly origins: readonly Origin[];
}

/** The character table, and where to find each of its rows. */
export function describedCharacters(group: FiniteGroup): DescribedCharacters {
  return remembered(known, group, compute);
}

const known = new WeakMap<FiniteGroup, DescribedCharacters>();

function compute(group: FiniteGroup): DescribedCharacters {
  const classes = conjugacyClasses(group);
  const { count } = classes;
  const rows = irreducibleCharacters(group, classes);
  const { re, im } = complexArray(rows.length * count);
  for (const [k, row] of rows.entries()) {
    re.set(row.re, k * count);
    im.set(row.im, k * count);
  }
  const squares = squaresIn(group, classes);
  const table = {
    degrees: Uint32Array.from(rows, ({ degree }) => degree),
    indicators: Int8Array.from(rows, (row) => indicator(group, squares, row.re)),
    classOf: classes.classOf,
    classSizes: classes.sizes,
    re,
    im,
  };
  return { table, origins: rows.map(({ linear, multiplicity }) => ({ linear, multiplicity })) };
}

/** Class → for how many g it holds g². */
function squaresIn(group: FiniteGroup, { count, classOf }: ConjugacyClasses): Uint32Array {
  const squares = new Uint32Array(count);
  for (let g = 0; g < group.order; g++) squares[classOf[group.multiply(g, g)]]++;
  return squares;
}

/** ν(χ) = (1/M) Σ_g χ(g²); the imaginary part vanishes. */
function indicator({ order }: FiniteGroup, squares: Uint32Array, re: Float64Array): number {
  const sum = squares.reduce((total, times, c) => total + times * re[c], 0);
  return Math.round(sum / order);
}
