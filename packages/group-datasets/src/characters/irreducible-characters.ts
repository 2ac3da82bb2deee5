import type { FiniteGroup } from "../group/finite-group.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { exponent } from "../structure/orders.ts";
import { burnsideCharacters } from "./burnside.ts";
import type { Character } from "./character.ts";
import { maximalCyclicSubgroups, valuesFrom } from "./cyclic-subgroups.ts";
import { extensions, trivialCharacter } from "./linear-characters.ts";
import { metabelianCharacters } from "./metabelian.ts";

/** The irreducible characters by degree, then by their values on the classes; the trivial one is first. */
export function irreducibleCharacters(group: FiniteGroup, classes: ConjugacyClasses): Character[] {
  const e = exponent(group);
  const characters =
    classes.count === group.order
      ? abelianCharacters(group, e)
      : otherCharacters(group, classes, e);
  return characters.sort(byDegreeThenValues);
}

function abelianCharacters(group: FiniteGroup, e: number): Character[] {
  const { re: cosine, im: sine } = rootsOfUnity(e);
  const all = Uint16Array.from({ length: group.order }, (_, a) => a);
  return extensions(group, trivialCharacter(group, e), all).map((linear) => ({
    degree: 1,
    re: Float64Array.from(linear.exponents, (k) => cosine[k]),
    im: Float64Array.from(linear.exponents, (k) => sine[k]),
    linear,
    multiplicity: 1,
  }));
}

function otherCharacters(group: FiniteGroup, classes: ConjugacyClasses, e: number): Character[] {
  const subgroups = maximalCyclicSubgroups(group, classes);
  const values = valuesFrom(subgroups, classes.count);
  const found =
    metabelianCharacters(group, subgroups, e) ?? burnsideCharacters(group, classes, subgroups, e);
  return found.map(({ degree, linear, multiplicity, eigenvalues }) => ({
    degree,
    linear,
    multiplicity,
    ...values(eigenvalues),
  }));
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
