import type { FiniteGroup } from "../group/finite-group.ts";
import { type ComplexArray, complexArray } from "../numerics/complex-matrix.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import type { ConjugacyClasses } from "../structure/conjugacy-classes.ts";
import { elementOrders } from "../structure/orders.ts";

/** The cyclic subgroup ⟨h⟩: 1, h, h², … and the classes of these. */
export interface CyclicSubgroup {
  readonly powers: Uint16Array;
  readonly classes: Uint16Array;
}

/** The maximal cyclic subgroups, one of each class, the largest first: they meet every class. */
export function maximalCyclicSubgroups(
  group: FiniteGroup,
  { classOf, representatives }: ConjugacyClasses,
): CyclicSubgroup[] {
  const orders = elementOrders(group);
  const met = new Set<number>();
  const subgroups: CyclicSubgroup[] = [];
  for (const h of Array.from(representatives).sort((a, b) => orders[b] - orders[a])) {
    if (met.has(classOf[h])) continue;
    const powers = new Uint16Array(orders[h]).fill(group.identity);
    for (let j = 1; j < powers.length; j++) powers[j] = group.multiply(powers[j - 1], h);
    const classes = powers.map((x) => classOf[x]);
    for (const c of classes) met.add(c);
    subgroups.push({ powers, classes });
  }
  return subgroups;
}

/**
 * Gives a character's values on the classes from the eigenvalues of its representation at the generator of each of
 * the cyclic subgroups: the k for which exp(2πik/o) is one, o being the order, ascending; as many at
 * each as the degree.
 */
export function valuesFrom(
  subgroups: readonly CyclicSubgroup[],
  count: number,
): (eigenvalues: Uint16Array) => ComplexArray {
  const roots = new Map<number, ComplexArray>();
  for (const { powers } of subgroups) {
    if (!roots.has(powers.length)) roots.set(powers.length, rootsOfUnity(powers.length));
  }
  return (eigenvalues) => {
    const { re, im } = complexArray(count);
    const degree = eigenvalues.length / subgroups.length;
    for (const [i, { classes }] of subgroups.entries()) {
      const o = classes.length;
      const { re: cosine, im: sine } = roots.get(o) as ComplexArray;
      for (let j = 0; j < o; j++) {
        let x = 0;
        let y = 0;
        for (let l = i * degree; l < (i + 1) * degree; l++) {
          const root = (j * eigenvalues[l]) % o;
          x += cosine[root];
          y += sine[root];
        }
        re[classes[j]] = cleaned(x);
        im[classes[j]] = cleaned(y);
      }
    }
    return { re, im };
  };
}

/** A value within rounding of a whole number is that number. */
function cleaned(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-10 ? whole + 0 : value;
}
