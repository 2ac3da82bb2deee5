import type { FiniteGroup } from "../group/finite-group.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { center } from "../structure/series.ts";
import { centralCharacters } from "./central-characters.ts";
import type { CharacterByEigenvalues } from "./character.ts";
import type { CyclicSubgroup } from "./cyclic-subgroups.ts";
import { eigenvalueFinder } from "./lift.ts";
import { inverse, rootPowers, splittingPrime, type Vector } from "./modular.ts";

/**
 * All irreducible characters of a group of exponent e: exact arithmetic modulo a prime
 * p ≡ 1 (mod e), p > 2√M (Burnside; Dixon, Numer. Math. 10, 1967), then each character is lifted to the
 * sums of roots of unity that it is made of.
 */
export function burnsideCharacters(
  group: FiniteGroup,
  classes: ConjugacyClasses,
  subgroups: readonly CyclicSubgroup[],
  e: number,
): CharacterByEigenvalues[] {
  const p = splittingPrime(e, 2 * Math.sqrt(group.order));
  const zeta = rootPowers(e, p);
  const eigenvaluesOn = eigenvalueFinder(subgroups, zeta, p);
  const logarithms = new Map(Array.from(zeta, (power, k) => [power, k]));
  const Z = center(group);
  return centralCharacters(group, classes, zeta, p).map((omega) => {
    const character = modularCharacter(group, classes, omega, p);
    const degree = character[classes.classOf[group.identity]];
    const eigenvalues = eigenvaluesOn(character, degree);
    const { at, exponent, multiplicity } = rarest(eigenvalues, degree);
    const { powers } = subgroups[at];
    const exponents = new Uint16Array(group.order);
    const elements = new Set<number>();
    for (const z of Z) {
      const scalar = logarithms.get(omega[classes.classOf[z]]) as number;
      for (const [j, power] of powers.entries()) {
        const h = group.multiply(z, power);
        elements.add(h);
        exponents[h] = (scalar + (j * exponent * e) / powers.length) % e;
      }
    }
    const linear = { elements: Uint16Array.from(elements), exponents, roots: e };
    return { degree, eigenvalues, linear, multiplicity };
  });
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

/** Of the eigenvalues at all cyclic subgroups the rarest; among equals that of the largest subgroup. */
function rarest(eigenvalues: Uint16Array, degree: number) {
  let best = { at: 0, exponent: 0, multiplicity: Number.POSITIVE_INFINITY };
  for (let start = 0; start < eigenvalues.length; start += degree) {
    for (let i = start; i < start + degree; ) {
      const exponent = eigenvalues[i];
      let multiplicity = 0;
      for (; i < start + degree && eigenvalues[i] === exponent; i++) multiplicity++;
      if (multiplicity < best.multiplicity) best = { at: start / degree, exponent, multiplicity };
    }
  }
  return best;
}
