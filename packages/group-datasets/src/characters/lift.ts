import { primeFactors } from "../numerics/primes.ts";
import type { CyclicSubgroup } from "./cyclic-subgroups.ts";
import { inverse, residue, type Vector } from "./modular.ts";

/**
 * Finds the eigenvalues that a character modulo p stands for, at each of the cyclic subgroups: ρ(h) has
 * the eigenvalue exp(2πik/o) with multiplicity (1/o) Σ_j χ(hʲ) ζ⁻ʲᵏ, a whole number at most χ(1) < p, o
 * being the order of h.
 *
 * @param zeta the powers of an e-th root of unity modulo p
 */
export function eigenvalueFinder(
  subgroups: readonly CyclicSubgroup[],
  zeta: Vector,
  p: number,
): (character: Vector, degree: number) => Uint16Array {
  return (character, degree) => {
    const found = new Uint16Array(subgroups.length * degree);
    let place = 0;
    for (const { classes } of subgroups) {
      const o = classes.length;
      const scale = inverse(o % p, p);
      const values = Int32Array.from(classes, (c) => character[c]);
      for (const [k, sum] of transform(values, zeta, p).entries()) {
        const multiplicity = (sum * scale) % p;
        found.fill(k, place, place + multiplicity);
        place += multiplicity;
      }
    }
    return found;
  };
}

/** Σ_j values[j]·ζ⁻ʲᵏ for each k, ζ of the order of their number: by sums of every q-th value. */
function transform(values: Vector, zeta: Vector, p: number): Vector {
  const { length } = values;
  if (length === 1) return values;
  const [q] = primeFactors(length);
  const m = length / q;
  const parts = Array.from({ length: q }, (_, r) =>
    transform(
      values.filter((_, j) => j % q === r),
      zeta,
      p,
    ),
  );
  const stride = zeta.length / length;
  return values.map((_, k) => {
    let sum = 0;
    for (let r = 0; r < q; r++) {
      const root = zeta[((length - ((r * k) % length)) % length) * stride];
      sum = residue(sum + root * parts[r][k % m], p);
    }
    return sum;
  });
}
