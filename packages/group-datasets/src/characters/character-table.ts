import type { FiniteGroup } from "../group/finite-group.ts";
import { remembered } from "../group/remembered.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import { type ConjugacyClasses, conjugacyClasses } from "../structure/conjugacy-classes.ts";
import { exponent } from "../structure/orders.ts";
import { abelianCharacters } from "./abelian-characters.ts";
import { centralCharacters } from "./central-characters.ts";
import { type Character, lifter } from "./lift.ts";
import { inverse, splittingPrime, type Vector } from "./modular.ts";

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
 * The character table, from the Cayley table alone: exact arithmetic modulo a prime
 * p ≡ 1 (mod exponent), p > 2√M (Burnside; Dixon, Numer. Math. 10, 1967), then each value is
 * lifted to the sum of roots of unity that it is. Equal Cayley tables give equal character tables; rows
 * with equal degree are ordered by their values.
 */
export function characterTable(group: FiniteGroup): CharacterTable {
  return remembered(known, group, compute);
}

const known = new WeakMap<FiniteGroup, CharacterTable>();

function compute(group: FiniteGroup): CharacterTable {
  const classes = conjugacyClasses(group);
  const { count } = classes;
  const rows = characters(group, classes).sort(byDegreeThenValues);
  const re = new Float64Array(rows.length * count);
  const im = new Float64Array(rows.length * count);
  for (const [k, row] of rows.entries()) {
    re.set(row.re, k * count);
    im.set(row.im, k * count);
  }
  return {
    degrees: Uint32Array.from(rows, ({ degree }) => degree),
    indicators: Int8Array.from(rows, (row) => indicator(group, classes, row.re)),
    classOf: classes.classOf,
    classSizes: classes.sizes,
    re,
    im,
  };
}

function characters(group: FiniteGroup, classes: ConjugacyClasses): Character[] {
  const e = exponent(group);
  if (classes.count === group.order) {
    const roots = rootsOfUnity(e);
    return abelianCharacters(group, e).map((exponents) => ({
      degree: 1,
      re: Float64Array.from(exponents, (k) => roots.re[k]),
      im: Float64Array.from(exponents, (k) => roots.im[k]),
    }));
  }
  const p = splittingPrime(e, 2 * Math.sqrt(group.order));
  const lift = lifter(group, classes, p, e);
  return centralCharacters(group, classes, p).map((omega) =>
    lift(modularCharacter(group, classes, omega, p)),
  );
}

/** χ modulo p from its central character: χ(1)² = M / Σ ω(C)·ω(C⁻¹)/|C|. */
function modularCharacter(
  group: FiniteGroup,
  { count, classOf, sizes, representatives }: ConjugacyClasses,
  omega: Vector,
  p: number,
): Vector {
  let norm = 0;
  for (let c = 0; c < count; c++) {
    const back = classOf[group.inverse(representatives[c])];
    norm = (norm + ((omega[c] * omega[back]) % p) * inverse(sizes[c] % p, p)) % p;
  }
  const square = ((group.order % p) * inverse(norm, p)) % p;
  let degree = 1;
  while ((degree * degree) % p !== square) degree++;
  return omega.map((value, c) => (((value * degree) % p) * inverse(sizes[c] % p, p)) % p);
}

/** ν(χ) = (1/M) Σ_g χ(g²); the imaginary part vanishes. */
function indicator(group: FiniteGroup, { classOf }: ConjugacyClasses, re: Float64Array): number {
  let sum = 0;
  for (let g = 0; g < group.order; g++) sum += re[classOf[group.multiply(g, g)]];
  return Math.round(sum / group.order);
}

function byDegreeThenValues(a: Character, b: Character): number {
  if (a.degree !== b.degree) return a.degree - b.degree;
  for (let c = 0; c < a.re.length; c++) {
    for (const part of ["re", "im"] as const) {
      const difference = b[part][c] - a[part][c];
      if (Math.abs(difference) > 1e-9) return difference;
    }
  }
  return 0;
}
