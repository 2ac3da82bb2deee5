import {
  characterTable,
  type FiniteGroup,
  InputError,
  realIrreps,
} from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import { gramOfRows } from "@grokscape/trainer/internal";
import { checkMatrix, checkOverflow } from "./check.ts";

/**
 * How the weight of a hidden layer is shared between irreps: the share of ‖W‖² in each of
 * `realIrreps(group)`, place 0 being the trivial one; all 0 where W is. The sum over its columns of the
 * theory's `irrepMasses`, but by the characters of the group and the products of W's rows, as the part in an
 * irrep k is (d_k/M)·Σ_{g,h} χ_k(gh⁻¹)⟨W_g, W_h⟩.
 *
 * @param W r·M × K for r operands: each column a function on the group for each of them
 * @throws InputError for no matrix, one with another number of rows, or a weight that is not finite
 */
export function weightSpectrum(group: FiniteGroup, W: Tensor): number[] {
  checkMatrix("W", W);
  const { order } = group;
  const [rows, width] = W.shape;
  if (rows % order !== 0) {
    throw new InputError(`W has ${rows} rows`, `${group.name} needs a multiple of ${order}`);
  }
  const { degrees, classOf, classSizes, re } = characterTable(group);
  const products = new Float64Array(classSizes.length);
  for (let from = 0; from < rows; from += order) {
    const half = new Float64Array(W.data.subarray(from * width, (from + order) * width));
    const gram = gramOfRows(half, order, width);
    for (let h = 0; h < order; h++) {
      const inverse = group.inverse(h);
      for (let g = 0; g < order; g++) {
        products[classOf[group.multiply(g, inverse)]] += gram[g * order + h];
      }
    }
  }
  checkOverflow("the products of W's rows", products);
  const masses = realIrreps(group).map(({ rows }) => {
    let mass = 0;
    for (const k of rows) {
      for (const [c, product] of products.entries()) {
        mass += (degrees[k] / order) * re[k * classSizes.length + c] * product;
      }
    }
    return Math.max(0, mass);
  });
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => (total > 0 ? mass / total : 0));
}
