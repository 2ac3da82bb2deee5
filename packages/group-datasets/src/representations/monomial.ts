import type { CharacterTable } from "../characters/character-table.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { type ComplexMatrix, zeros } from "../numerics/complex-matrix.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import { elementOrders } from "../structure/orders.ts";

/** A linear character of a cyclic subgroup ⟨h⟩: h ↦ exp(2πi·exponent/order). */
export interface LinearCharacter {
  readonly h: number;
  /** Order of h. */
  readonly order: number;
  readonly exponent: number;
  /** How often it occurs in the irrep restricted to ⟨h⟩. */
  readonly multiplicity: number;
}

/**
 * The linear character of a cyclic subgroup that occurs in the k-th irrep, but as few times as
 * possible; among equals that of the largest subgroup.
 */
export function rarestLinearCharacter(
  group: FiniteGroup,
  { classOf, classSizes, re, im }: CharacterTable,
  k: number,
): LinearCharacter {
  const orders = elementOrders(group);
  const row = k * classSizes.length;
  let best: LinearCharacter | undefined;
  const seen = new Set<number>();
  for (let h = 0; h < group.order; h++) {
    if (seen.has(classOf[h])) continue;
    const order = orders[h];
    const { re: cosine, im: sine } = rootsOfUnity(order);
    const columns = new Uint16Array(order);
    for (let j = 0, x = group.identity; j < order; j++, x = group.multiply(x, h)) {
      columns[j] = classOf[x];
      seen.add(columns[j]);
    }
    for (let exponent = 0; exponent < order; exponent++) {
      let sum = 0;
      for (let j = 0; j < order; j++) {
        const root = (j * exponent) % order;
        sum += re[row + columns[j]] * cosine[root] + im[row + columns[j]] * sine[root];
      }
      const multiplicity = Math.round(sum / order);
      if (multiplicity === 0) continue;
      const rarer =
        best === undefined ||
        multiplicity < best.multiplicity ||
        (multiplicity === best.multiplicity && order > best.order);
      if (rarer) best = { h, order, exponent, multiplicity };
    }
  }
  return best as LinearCharacter;
}

/**
 * A representation whose matrices have one entry in each row and column, a root of unity: g sends
 * basis vector i to exp(2πi·exponent/roots) times basis vector j.
 */
export interface MonomialRepresentation {
  readonly degree: number;
  /** Basis vector i is the image of basis vector 0 under `transversal[i]`. */
  readonly transversal: readonly number[];
  /** Writes g·v into `into`. */
  apply(g: number, v: Vector, into: Vector): void;
  /** The projector to the part on which the k-th irrep acts. */
  projector(table: CharacterTable, k: number): ComplexMatrix;
}

export interface Vector {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The representation induced from a linear character of ⟨h⟩. */
export function induced(group: FiniteGroup, linear: LinearCharacter): MonomialRepresentation {
  const { h, order: o, exponent } = linear;
  const powers: number[] = [];
  for (let j = 0, x = group.identity; j < o; j++, x = group.multiply(x, h)) powers.push(x);
  const unassigned = 0xffff;
  const cosetOf = new Uint16Array(group.order).fill(unassigned);
  const rootOf = new Uint16Array(group.order);
  const transversal: number[] = [];
  // the identity first, so that basis vector 0 is the one ⟨h⟩ acts on by the linear character
  for (let i = -1; i < group.order; i++) {
    const t = i < 0 ? group.identity : i;
    if (cosetOf[t] !== unassigned) continue;
    for (const [j, power] of powers.entries()) {
      const x = group.multiply(t, power);
      cosetOf[x] = transversal.length;
      rootOf[x] = (j * exponent) % o;
    }
    transversal.push(t);
  }
  const degree = transversal.length;
  const { re: cosine, im: sine } = rootsOfUnity(o);

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
