import { mustAllBe, number } from "@grokscape/group-datasets/forms";
/**
 * Theorem 2, corrected (erratum 1): E* = M/(2·D), the energy ½‖Ỹᵀσ(Xw)‖² at a local maximum in a
 * nontrivial real irrep of real dimension D; σ(x) = x², ‖w‖ = 1, all M² pairs of a group of order
 * M. For σ(x) = ax + bx² it is b² times that.
 */
export function featureEnergy(
  order: number,
  realDimension: number,
  quadraticCoefficient = 1,
): number {
  mustAllBe(number, { order, realDimension, quadraticCoefficient });
  return (quadraticCoefficient ** 2 * order) / (2 * realDimension);
}

/**
 * The same for complex weights, E = ½Σ|z̃|²: M/(2·d) for every type, d the complex degree (erratum
 * 1).
 */
export function complexFeatureEnergy(order: number, degree: number): number {
  mustAllBe(number, { order, degree });
  return order / (2 * degree);
}
