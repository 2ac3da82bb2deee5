import type { FiniteGroup } from "../group/finite-group.ts";
import { type ConjugacyClasses, conjugacyClasses } from "../structure/conjugacy-classes.ts";
import { elementOrders, exponent } from "../structure/orders.ts";
import { centralCharacters } from "./central-characters.ts";
import { inverse, rootOfUnity, splittingPrime, type Vector } from "./modular.ts";

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
 * lifted to the sum of roots of unity that it is. Equal groups give equal tables; rows with equal
 * degree are ordered by their values.
 */
export function characterTable(group: FiniteGroup): CharacterTable {
  const classes = conjugacyClasses(group);
  const e = exponent(group);
  const p = splittingPrime(e, 2 * Math.sqrt(group.order));
  const lift = lifter(group, classes, p, e);
  const rows = centralCharacters(group, classes, p)
    .map((omega) => lift(modularCharacter(group, classes, omega, p)))
    .sort(byDegreeThenValues);
  const { count } = classes;
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

interface Character {
  readonly degree: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
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

/**
 * Lifts characters modulo p: ρ(x) has the eigenvalue exp(2πik/o) with multiplicity
 * (1/o) Σ_j χ(xʲ) ζ⁻ʲᵏ, a whole number at most χ(1) < p, o being the order of x.
 */
function lifter(
  group: FiniteGroup,
  { count, classOf, representatives }: ConjugacyClasses,
  p: number,
  e: number,
): (character: Vector) => Character {
  const orders = elementOrders(group);
  const zeta = rootOfUnity(e, p);
  const zetaPowers = new Int32Array(e);
  zetaPowers[0] = 1;
  for (let k = 1; k < e; k++) zetaPowers[k] = (zetaPowers[k - 1] * zeta) % p;
  const logarithm = new Map(Array.from(zetaPowers, (value, k) => [value, k]));
  const cosine = Float64Array.from({ length: e }, (_, k) => exactCosine(k, e));
  const sine = Float64Array.from({ length: e }, (_, k) => exactCosine(4 * k - e, 4 * e));
  const powerClasses = Array.from(representatives, (x) => {
    const result = new Uint16Array(orders[x]);
    let element = group.identity;
    for (let j = 0; j < result.length; j++) {
      result[j] = classOf[element];
      element = group.multiply(element, x);
    }
    return result;
  });

  return (character) => {
    const degree = character[classOf[group.identity]];
    const re = new Float64Array(count);
    const im = new Float64Array(count);
    for (let c = 0; c < count; c++) {
      if (degree === 1) {
        const k = logarithm.get(character[c]) as number;
        re[c] = cosine[k];
        im[c] = sine[k];
        continue;
      }
      const powers = powerClasses[c];
      const o = powers.length;
      const stride = e / o;
      const scale = inverse(o % p, p);
      for (let k = 0; k < o; k++) {
        let sum = 0;
        for (let j = 0; j < o; j++) {
          const exponent = (e - ((j * k) % o) * stride) % e;
          sum = (sum + character[powers[j]] * zetaPowers[exponent]) % p;
        }
        const multiplicity = (sum * scale) % p;
        re[c] += multiplicity * cosine[k * stride];
        im[c] += multiplicity * sine[k * stride];
      }
    }
    return { degree, re: re.map(cleaned), im: im.map(cleaned) };
  };
}

/** cos(2πk/n), exact where it is 0, ±½ or ±1. */
function exactCosine(k: number, n: number): number {
  const twelfths = (12 * (((k % n) + n) % n)) / n;
  const exact = [1, undefined, 0.5, 0, -0.5, undefined, -1, undefined, -0.5, 0, 0.5, undefined];
  return exact[twelfths] ?? Math.cos((Math.PI * twelfths) / 6);
}

/** A value within rounding of a whole number is that number. */
function cleaned(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-10 ? whole + 0 : value;
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
