import type { FiniteGroup } from "../group/finite-group.ts";
import { conjugate } from "../structure/conjugacy-classes.ts";
import { center, derivedSubgroup } from "../structure/series.ts";
import { generatedSubgroup, leftCosets, subgroupGenerators } from "../structure/subgroups.ts";
import type { CharacterByEigenvalues } from "./character.ts";
import type { CyclicSubgroup } from "./cyclic-subgroups.ts";
import { extensions, type LinearCharacter, trivialCharacter } from "./linear-characters.ts";

/**
 * All irreducible characters of a metabelian group of exponent e; undefined if it is none. By Clifford's
 * theorem they are induced from the stabilisers T of the characters λ of a subgroup A, abelian and
 * with abelian quotient. On T/A the commutators have a form, λ(s·t·s⁻¹·t⁻¹): with R its radical and H
 * as large as the form vanishes on, each extension of λ to R extends to H, and induced from there it is
 * irreducible, however it was extended.
 */
export function metabelianCharacters(
  group: FiniteGroup,
  subgroups: readonly CyclicSubgroup[],
  e: number,
): CharacterByEigenvalues[] | undefined {
  const A = abelianSubgroup(group);
  if (A === undefined) return undefined;
  const transversal = firstOfEach(leftCosets(group, A));
  const withA = (cosets: readonly number[]): Uint16Array =>
    Uint16Array.from(cosets.flatMap((t) => Array.from(A, (a) => group.multiply(t, a))));
  const known = new Map<string, CosetAction>();
  const found: CharacterByEigenvalues[] = [];
  for (const { lambda, stabiliser } of orbits(group, A, transversal, e)) {
    const commute = (s: number, t: number): boolean =>
      lambda.exponents[group.multiply(conjugate(group, s, t), group.inverse(t))] === 0;
    const R = stabiliser.filter((s) => stabiliser.every((t) => commute(s, t)));
    const H: number[] = [];
    for (const t of stabiliser) if (H.every((s) => commute(s, t))) H.push(t);
    const key = H.join();
    const action = known.get(key) ?? cosetAction(group, withA(H), subgroups);
    known.set(key, action);
    for (const extended of extensions(group, lambda, withA(R))) {
      const [linear] = extensions(group, extended, action.elements);
      found.push({
        degree: action.degree,
        linear,
        multiplicity: 1,
        eigenvalues: eigenvalues(action, linear),
      });
    }
  }
  return found;
}

/** What the center and all commutators generate, if it is abelian. */
function abelianSubgroup(group: FiniteGroup): Uint16Array | undefined {
  const A = generatedSubgroup(group, [...center(group), ...derivedSubgroup(group)]);
  const generators = subgroupGenerators(group, A);
  const commute = (a: number, b: number) => group.multiply(a, b) === group.multiply(b, a);
  return generators.every((a) => generators.every((b) => commute(a, b))) ? A : undefined;
}

interface Orbit {
  readonly lambda: LinearCharacter;
  /** The elements of the transversal that fix λ. */
  readonly stabiliser: readonly number[];
}

/** The orbits of the group on the characters of A, λ ↦ λ(t·a·t⁻¹): one of each, and its stabiliser. */
function orbits(
  group: FiniteGroup,
  A: Uint16Array,
  transversal: readonly number[],
  e: number,
): Orbit[] {
  const generators = subgroupGenerators(group, A);
  const images = transversal.map((t) => generators.map((a) => conjugate(group, t, a)));
  const characters = extensions(group, trivialCharacter(group, e), A);
  const values = ({ exponents }: LinearCharacter, at: readonly number[]): string =>
    at.map((a) => exponents[a]).join();
  const met = new Set<string>();
  const found: Orbit[] = [];
  for (const lambda of characters) {
    const own = values(lambda, generators);
    if (met.has(own)) continue;
    const moved = images.map((image) => values(lambda, image));
    for (const other of moved) met.add(other);
    found.push({ lambda, stabiliser: transversal.filter((_, i) => moved[i] === own) });
  }
  return found;
}

/** How the cyclic subgroups act on the left cosets of a subgroup. */
interface CosetAction {
  /** The subgroup. */
  readonly elements: Uint16Array;
  /** Its index. */
  readonly degree: number;
  readonly cycles: readonly { readonly order: number; readonly orbits: readonly CosetOrbit[] }[];
}

/** An orbit t·H, h·t·H, … of this length; `back` is t⁻¹·h^length·t, in H. */
interface CosetOrbit {
  readonly length: number;
  readonly back: number;
}

function cosetAction(
  group: FiniteGroup,
  elements: Uint16Array,
  subgroups: readonly CyclicSubgroup[],
): CosetAction {
  const cosets = leftCosets(group, elements);
  const transversal = firstOfEach(cosets);
  const orbitsOf = (powers: Uint16Array): CosetOrbit[] => {
    const met = new Uint8Array(transversal.length);
    return transversal.flatMap((t, i) => {
      if (met[i]) return [];
      for (let length = 1; ; length++) {
        const x = group.multiply(powers[length % powers.length], t);
        met[cosets[x]] = 1;
        if (cosets[x] === i) return { length, back: group.multiply(group.inverse(t), x) };
      }
    });
  };
  const cycles = subgroups.map(({ powers }) => ({
    order: powers.length,
    orbits: orbitsOf(powers),
  }));
  return { elements, degree: transversal.length, cycles };
}

/** On an orbit of length l the eigenvalues of h are the l-th roots of the character at `back`. */
function eigenvalues(
  { degree, cycles }: CosetAction,
  { exponents, roots }: LinearCharacter,
): Uint16Array {
  const all = new Uint16Array(cycles.length * degree);
  let place = 0;
  for (const { order, orbits } of cycles) {
    const start = place;
    for (const { length, back } of orbits) {
      const first = (exponents[back] * order) / roots;
      for (let s = 0; s < length; s++) all[place++] = (first + s * order) / length;
    }
    if (degree > 1) all.subarray(start, place).sort();
  }
  return all;
}

/** The smallest element of each coset. */
function firstOfEach(cosets: Uint16Array): number[] {
  const first: number[] = [];
  for (const [a, coset] of cosets.entries()) if (coset === first.length) first.push(a);
  return first;
}
