import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { isPrime } from "../numerics/primes.ts";
import { conjugacyClasses, conjugate } from "./conjugacy-classes.ts";
import { words } from "./generators.ts";
import { isAbelian } from "./orders.ts";
import { generatedSubgroup, subgroupGenerators } from "./subgroups.ts";

/** The elements that commute with every element, ascending. */
export function center(group: FiniteGroup): Uint16Array {
  checkGroup(group);
  const { generators } = words(group);
  const central: number[] = [];
  for (let a = 0; a < group.order; a++) {
    if (generators.every((g) => group.multiply(a, g) === group.multiply(g, a))) central.push(a);
  }
  return Uint16Array.from(central);
}

/** The subgroup that all commutators a·b·a⁻¹·b⁻¹ generate, ascending. */
export function derivedSubgroup(group: FiniteGroup): Uint16Array {
  const all = allElements(group);
  return commutatorSubgroup(group, all, all);
}

/** Whether the lower central series G, [G, G], [[G, G], G], … ends in the identity. */
export function isNilpotent(group: FiniteGroup): boolean {
  const all = allElements(group);
  return descends(all, (term) => commutatorSubgroup(group, term, all));
}

/** Whether the derived series G, G′, G″, … ends in the identity. */
export function isSolvable(group: FiniteGroup): boolean {
  const all = allElements(group);
  return descends(all, (term) => commutatorSubgroup(group, term, term));
}

/** Whether the group has exactly two normal subgroups, itself and the identity. */
export function isSimple(group: FiniteGroup): boolean {
  if (isAbelian(group)) return isPrime(group.order);
  const { classOf, representatives } = conjugacyClasses(group);
  return representatives.every((a) => {
    if (a === group.identity) return true;
    const conjugates: number[] = [];
    for (let b = 0; b < group.order; b++) if (classOf[b] === classOf[a]) conjugates.push(b);
    return generatedSubgroup(group, conjugates).length === group.order;
  });
}

function allElements(group: FiniteGroup): Uint16Array {
  checkGroup(group);
  return Uint16Array.from({ length: group.order }, (_, a) => a);
}

function descends(start: Uint16Array, next: (term: Uint16Array) => Uint16Array): boolean {
  let term = start;
  while (term.length > 1) {
    const smaller = next(term);
    if (smaller.length === term.length) return false;
    term = smaller;
  }
  return true;
}

/** [A, B] for normal subgroups A and B: what the commutators of their generators and all conjugates of these generate. */
function commutatorSubgroup(group: FiniteGroup, A: Uint16Array, B: Uint16Array): Uint16Array {
  const { multiply, inverse } = group;
  const [X, Y] = [subgroupGenerators(group, A), subgroupGenerators(group, B)];
  let commutators = X.flatMap((a) => Y.map((b) => multiply(conjugate(group, a, b), inverse(b))));
  for (let size = 0; ; ) {
    const elements = generatedSubgroup(group, commutators);
    if (elements.length === size) return elements;
    size = elements.length;
    const generators = subgroupGenerators(group, commutators);
    const conjugates = [...X, ...Y].flatMap((g) => generators.map((a) => conjugate(group, g, a)));
    commutators = [...generators, ...conjugates];
  }
}
