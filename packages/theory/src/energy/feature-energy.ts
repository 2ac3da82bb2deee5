/**
 * Theorem 2, corrected (erratum 1): E* = M/(2·D), the energy ½‖Ỹᵀσ(Xw)‖² at a local maximum in a
 * nontrivial real irrep of real dimension D; σ(x) = x², ‖w‖ = 1, all M² pairs of a group of order M.
 */
export function featureEnergy(order: number, realDimension: number): number {
  return order / (2 * realDimension);
}
