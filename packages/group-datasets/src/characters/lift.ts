import type { FiniteGroup } from "../group/finite-group.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { elementOrders } from "../structure/orders.ts";
import { inverse, rootOfUnity, type Vector } from "./modular.ts";

/** An irreducible character: its values on the classes. */
export interface Character {
  readonly degree: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Lifts characters modulo p to the complex numbers: ρ(x) has the eigenvalue exp(2πik/o) with
 * multiplicity (1/o) Σ_j χ(xʲ) ζ⁻ʲᵏ, a whole number at most χ(1) < p, o being the order of x. The
 * eigenvalues of x give the values at all its powers.
 */
export function lifter(
  group: FiniteGroup,
  { count, classOf, representatives }: ConjugacyClasses,
  p: number,
  e: number,
): (character: Vector) => Character {
  const zeta = rootOfUnity(e, p);
  const zetaPowers = new Int32Array(e);
  zetaPowers[0] = 1;
  for (let k = 1; k < e; k++) zetaPowers[k] = (zetaPowers[k - 1] * zeta) % p;
  const roots = rootsOfUnity(e);
  const cycles = cyclesThroughClasses(group, classOf, representatives);

  return (character) => {
    const degree = character[classOf[group.identity]];
    const re = new Float64Array(count);
    const im = new Float64Array(count);
    for (const cycle of cycles) {
      const stride = e / cycle.length;
      const eigenvalues = eigenvaluesOn(cycle, character, degree, zetaPowers, p);
      for (const [j, c] of cycle.entries()) {
        re[c] = 0;
        im[c] = 0;
        for (const k of eigenvalues) {
          const root = ((j * k) % cycle.length) * stride;
          re[c] += roots.re[root];
          im[c] += roots.im[root];
        }
      }
    }
    return { degree, re: re.map(cleaned), im: im.map(cleaned) };
  };
}

/** The classes of 1, x, x², … for elements x so chosen that every class is met. */
function cyclesThroughClasses(
  group: FiniteGroup,
  classOf: Uint16Array,
  representatives: Uint16Array,
): Uint16Array[] {
  const orders = elementOrders(group);
  const met = new Set<number>();
  const cycles: Uint16Array[] = [];
  for (const x of Array.from(representatives).sort((a, b) => orders[b] - orders[a])) {
    if (met.has(classOf[x])) continue;
    const cycle = new Uint16Array(orders[x]);
    let element = group.identity;
    for (let j = 0; j < cycle.length; j++) {
      cycle[j] = classOf[element];
      met.add(cycle[j]);
      element = group.multiply(element, x);
    }
    cycles.push(cycle);
  }
  return cycles;
}

/** The k for which exp(2πik/o) is an eigenvalue of x, as often as it is one: `degree` of them. */
function eigenvaluesOn(
  cycle: Uint16Array,
  character: Vector,
  degree: number,
  zetaPowers: Int32Array,
  p: number,
): number[] {
  const o = cycle.length;
  const e = zetaPowers.length;
  const stride = e / o;
  const scale = inverse(o % p, p);
  const found: number[] = [];
  for (let k = 0; found.length < degree; k++) {
    let sum = 0;
    let exponent = 0;
    const back = e - k * stride;
    for (let j = 0; j < o; j++) {
      sum = (sum + character[cycle[j]] * zetaPowers[exponent]) % p;
      exponent += back;
      if (exponent >= e) exponent -= e;
    }
    for (let left = (sum * scale) % p; left > 0; left--) found.push(k);
  }
  return found;
}

/** A value within rounding of a whole number is that number. */
function cleaned(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-10 ? whole + 0 : value;
}
