import { type FiniteGroup, InputError, realIrreps } from "@grokscape/group-datasets";
import { mustBe, numbers } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";

/**
 * How much of a weight vector [a; b] lies in each real irrep: ‖Π_k a‖² + ‖Π_k b‖², by
 * ‖Π_k u‖² = (m/M)·‖Σ_g u(g)ρ(g)‖². The masses add up to ‖w‖².
 *
 * @param w length 2M, or r·M for r operands
 * @returns a mass for each of `realIrreps(group)`; place 0 is the trivial one
 * @throws InputError if w is no whole number of functions on the group
 */
export function irrepMasses(group: FiniteGroup, w: ArrayLike<number>): Float64Array {
  mustBe("group", aGroup, group);
  mustBe("w", numbers, w);
  const { order } = group;
  if (w.length === 0 || w.length % order !== 0) {
    throw new InputError(
      `a weight vector of length ${w.length} on ${group.name}`,
      `it needs a multiple of ${order}, 2M = ${2 * order} for two operands`,
    );
  }
  const all = realIrreps(group);
  const masses = new Float64Array(all.length);
  for (const [k, { dimension, multiplicity, matrices }] of all.entries()) {
    const block = new Float64Array(dimension * dimension);
    for (let from = 0; from < w.length; from += order) {
      transform(matrices, w, from, order, block);
      for (const value of block) masses[k] += (multiplicity / order) * value * value;
    }
  }
  return masses;
}

/**
 * The energy of w = [a; b] by real irrep, for σ(x) = x² on all pairs (Equation 20, corrected:
 * erratum 2): Ỹᵀσ(Xw) is twice the centred convolution a∗b, so the share of a real irrep ρ is
 * 2·(m/M)·‖A·B‖², with A = Σ a(g)ρ(g) and B = Σ b(g)ρ(g). Their sum is E(w).
 *
 * @returns an energy for each of `realIrreps(group)`; 0 for the trivial one
 * @throws InputError unless w has length 2M
 */
export function irrepEnergies(group: FiniteGroup, w: ArrayLike<number>): Float64Array {
  mustBe("group", aGroup, group);
  mustBe("w", numbers, w);
  const { order } = group;
  if (w.length !== 2 * order) {
    throw new InputError(
      `a weight vector of length ${w.length} on ${group.name}`,
      `it needs 2M = ${2 * order}`,
    );
  }
  const all = realIrreps(group);
  const energies = new Float64Array(all.length);
  for (const [k, { dimension: d, multiplicity, matrices }] of all.entries()) {
    if (k === 0) continue;
    const [a, b] = [new Float64Array(d * d), new Float64Array(d * d)];
    transform(matrices, w, 0, order, a);
    transform(matrices, w, order, order, b);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        let entry = 0;
        for (let l = 0; l < d; l++) entry += a[i * d + l] * b[l * d + j];
        energies[k] += 2 * (multiplicity / order) * entry * entry;
      }
    }
  }
  return energies;
}

/** block ← Σ_g w[from + g]·ρ(g) */
function transform(
  matrices: Float64Array,
  w: ArrayLike<number>,
  from: number,
  order: number,
  block: Float64Array,
): void {
  const size = block.length;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let g = 0; g < order; g++) sum += w[from + g] * matrices[g * size + i];
    block[i] = sum;
  }
}
