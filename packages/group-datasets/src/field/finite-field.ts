import { InputError } from "../errors.ts";
import { checkElement } from "../group/make-group.ts";
import { powerBy } from "../numerics/power.ts";
import { primeFactors } from "../numerics/primes.ts";
import { seen } from "../text/seen.ts";
import { powerLabel } from "../text/superscript.ts";

/**
 * The field with q = pᵏ elements 0 … q − 1: a number's digits in base p are the coefficients of a
 * polynomial in x over the integers modulo p, the lowest digit that of x⁰. Polynomials are taken
 * modulo the first irreducible one of degree k.
 */
export interface FiniteField {
  readonly order: number;
  readonly characteristic: number;
  add(a: number, b: number): number;
  multiply(a: number, b: number): number;
  power(a: number, exponent: number): number;
  /** "2", or a polynomial such as "x²+2x+1". */
  label(a: number): string;
}

/** Largest field: its symbols fit the datasets. */
const maximumFieldOrder = 8192;

/**
 * @throws InputError unless q is a power of a prime, at most `maximumFieldOrder`; its operations, if they
 *   are given what is no element
 */
export function finiteField(q: number): FiniteField {
  const factors = Number.isInteger(q) && q >= 2 && q <= maximumFieldOrder ? primeFactors(q) : [];
  const p = factors[0];
  if (p === undefined || factors.some((factor) => factor !== p)) {
    throw new InputError(
      `there is no field with ${seen(q)} elements here`,
      `give a prime or a power of a prime, up to ${maximumFieldOrder}`,
    );
  }
  const k = factors.length;
  const modulus = k === 1 ? p : irreducible(p, q);
  const check = (...elements: number[]): void => {
    for (const a of elements) checkElement(`the field with ${q} elements`, q, a);
  };
  const multiply = (a: number, b: number): number => {
    check(a, b);
    return k === 1 ? (a * b) % p : product(a, b, p, q, modulus);
  };
  return {
    order: q,
    characteristic: p,
    add(a, b) {
      check(a, b);
      return k === 1 ? (a + b) % p : sum(a, b, p);
    },
    multiply,
    power(a, exponent) {
      check(a);
      if (!Number.isSafeInteger(exponent) || exponent < 0) {
        throw new InputError(`a power with exponent ${seen(exponent)}`, "give 0, 1, 2, …");
      }
      return powerBy(multiply, 1, a, exponent);
    },
    label(a) {
      check(a);
      return polynomialLabel(a, p);
    },
  };
}

/** The least element of which all others but 0 are powers. */
export function primitiveElement({ order, power }: FiniteField): number {
  const factors = primeFactors(order - 1);
  let a = 1;
  while (factors.some((factor) => power(a, (order - 1) / factor) === 1)) a++;
  return a;
}

/** a + b, digit by digit. */
function sum(a: number, b: number, p: number): number {
  let total = 0;
  for (let place = 1, x = a, y = b; x > 0 || y > 0; place *= p) {
    total += (((x % p) + (y % p)) % p) * place;
    x = Math.floor(x / p);
    y = Math.floor(y / p);
  }
  return total;
}

/** c·a for a digit c. */
function scaled(a: number, c: number, p: number): number {
  let total = 0;
  for (let place = 1, x = a; x > 0; place *= p, x = Math.floor(x / p)) {
    total += (((x % p) * c) % p) * place;
  }
  return total;
}

/** a·b modulo a monic polynomial of degree k, q = pᵏ: b's digits from the highest, by Horner's rule. */
function product(a: number, b: number, p: number, q: number, modulus: number): number {
  let total = 0;
  for (let place = q / p; place >= 1; place /= p) {
    total *= p;
    const overflow = Math.floor(total / q);
    // the leading term is taken away together with its multiple of the modulus
    if (overflow > 0) total = sum(total % q, scaled(modulus - q, p - overflow, p), p);
    total = sum(total, scaled(a, Math.floor(b / place) % p, p), p);
  }
  return total;
}

/** The first monic polynomial of degree k, as a number from q on, that no product of others is. */
function irreducible(p: number, q: number): number {
  for (let candidate = q; ; candidate++) {
    if (isIrreducible(candidate, p, q)) return candidate;
  }
}

/** No monic polynomial of degree 1 … k/2 divides it. */
function isIrreducible(candidate: number, p: number, q: number): boolean {
  for (let lead = p; lead * lead <= q; lead *= p) {
    for (let divisor = lead; divisor < 2 * lead; divisor++) {
      if (remainder(candidate, divisor, lead, p, q) === 0) return false;
    }
  }
  return true;
}

/** The remainder of a polynomial with leading place q by a monic one with leading place `lead`. */
function remainder(a: number, divisor: number, lead: number, p: number, q: number): number {
  let rest = a;
  for (let place = q; place >= lead; place /= p) {
    const digit = Math.floor(rest / place) % p;
    if (digit > 0) rest = sum(rest, scaled(divisor, p - digit, p) * (place / lead), p);
  }
  return rest;
}

function polynomialLabel(a: number, p: number): string {
  const terms: string[] = [];
  for (let degree = 0, rest = a; rest > 0; degree++, rest = Math.floor(rest / p)) {
    const digit = rest % p;
    if (digit === 0) continue;
    const coefficient = digit === 1 && degree > 0 ? "" : `${digit}`;
    terms.unshift(degree === 0 ? coefficient : coefficient + powerLabel("x", degree));
  }
  return terms.join("+") || "0";
}
