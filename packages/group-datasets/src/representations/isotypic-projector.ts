import { characterTable } from "../characters/character-table.ts";
import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { type ComplexMatrix, zeros } from "../numerics/complex-matrix.ts";
import { seen } from "../text/seen.ts";

/**
 * The projector of the regular representation to the part of the k-th irrep (row k of the character
 * table): entry (a, b) is (d/M)·conj χ(a·b⁻¹). Applied to a function it keeps the k-th Fourier block
 * alone. Its rank is d²; the projectors of all irreps add up to the identity.
 *
 * @returns M × M, Hermitian
 * @throws InputError if there is no k-th irrep
 */
export function isotypicProjector(group: FiniteGroup, k: number): ComplexMatrix {
  const { degrees, classOf, classSizes, re, im } = characterTable(group);
  if (!Number.isInteger(k) || k < 0 || k >= degrees.length) {
    throw new InputError(
      `${group.name} has no irrep ${seen(k)}`,
      `its irreps are 0 … ${degrees.length - 1}`,
    );
  }
  const { order } = group;
  const projector = zeros(order, order);
  const scale = degrees[k] / order;
  for (let b = 0; b < order; b++) {
    const back = group.inverse(b);
    for (let a = 0; a < order; a++) {
      const column = k * classSizes.length + classOf[group.multiply(a, back)];
      projector.re[a * order + b] = scale * re[column];
      projector.im[a * order + b] = -scale * im[column];
    }
  }
  return projector;
}
