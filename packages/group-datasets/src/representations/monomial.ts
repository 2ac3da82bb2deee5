import type { CharacterTable } from "../characters/character-table.ts";
import type { LinearCharacter } from "../characters/linear-characters.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import {
  type ComplexArray,
  type ComplexMatrix,
  complexArray,
  zeros,
} from "../numerics/complex-matrix.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";

/**
 * A representation whose matrices have one entry in each row and column, a root of unity: g sends
 * basis vector i to exp(2πi·exponent/roots) times basis vector j.
 */
export interface MonomialRepresentation {
  readonly degree: number;
  /** Basis vector i is the image of basis vector 0 under `transversal[i]`. */
  readonly transversal: readonly number[];
  /** Writes g·v into `into`. */
  apply(g: number, v: ComplexArray, into: ComplexArray): void;
  /** The matrices of all elements, M × degree × degree. */
  matrices(): ComplexArray;
  /** The projector to the part on which the k-th irrep acts. */
  projector(table: CharacterTable, k: number): ComplexMatrix;
}

/** The representation induced from a linear character of a subgroup H. */
export function induced(
  group: FiniteGroup,
  { elements, exponents, roots }: LinearCharacter,
): MonomialRepresentation {
  const unassigned = 0xffff;
  const cosetOf = new Uint16Array(group.order).fill(unassigned);
  const rootOf = new Uint16Array(group.order);
  const transversal: number[] = [];
  // the identity first, so that basis vector 0 is the one H acts on by the linear character
  for (let i = -1; i < group.order; i++) {
    const t = i < 0 ? group.identity : i;
    if (cosetOf[t] !== unassigned) continue;
    for (const h of elements) {
      const x = group.multiply(t, h);
      cosetOf[x] = transversal.length;
      rootOf[x] = exponents[h];
    }
    transversal.push(t);
  }
  const degree = transversal.length;
  const { re: cosine, im: sine } = rootsOfUnity(roots);

  return {
    degree,
    transversal,
    apply(g, v, into) {
      for (let i = 0; i < degree; i++) {
        const x = group.multiply(g, transversal[i]);
        const j = cosetOf[x];
        const [c, s] = [cosine[rootOf[x]], sine[rootOf[x]]];
        into.re[j] = c * v.re[i] - s * v.im[i];
        into.im[j] = c * v.im[i] + s * v.re[i];
      }
    },
    matrices() {
      const all = complexArray(group.order * degree * degree);
      for (let a = 0; a < group.order; a++) {
        for (let i = 0; i < degree; i++) {
          const x = group.multiply(a, transversal[i]);
          const at = (a * degree + cosetOf[x]) * degree + i;
          all.re[at] = cosine[rootOf[x]];
          all.im[at] = sine[rootOf[x]];
        }
      }
      return all;
    },
    projector({ degrees, classOf, classSizes, re, im }, k) {
      const result = zeros(degree, degree);
      const row = k * classSizes.length;
      const scale = degrees[k] / group.order;
      for (let i = 0; i < degree; i++) {
        const back = group.inverse(transversal[i]);
        for (let x = 0; x < group.order; x++) {
          // g = x·tᵢ⁻¹ sends basis vector i to a multiple of that of x's coset
          const column = row + classOf[group.multiply(x, back)];
          const [c, s] = [cosine[rootOf[x]], sine[rootOf[x]]];
          const at = cosetOf[x] * degree + i;
          result.re[at] += scale * (re[column] * c + im[column] * s);
          result.im[at] += scale * (re[column] * s - im[column] * c);
        }
      }
      return result;
    },
  };
}
