import { list, mustBe, number, oneOf, record } from "@grokscape/group-datasets/forms";
import type { FeatureKind } from "../energy/feature-kinds.ts";

/**
 * Theorem 3: K = 2·Σ d⁴ over the nontrivial complex irreps (multiplicity m = d), the hidden nodes
 * that reconstruct Ỹ exactly with σ(x) = x²; 2M − 2 for an abelian group. It suffices; it is not
 * the least.
 */
export function reconstructionWidth(kinds: readonly FeatureKind[]): number {
  mustBe("kinds", kindsForm, kinds);
  return sum(kinds, ({ degree, type }) => (type === "C" ? 4 : 2) * degree ** 4);
}

/**
 * Real hidden nodes in our own construction, which reconstructs Ỹ exactly with σ(x) = x²:
 * Σ_l |ρ_il(g) + conj ρ_lj(h)|² = 2 + 2·Re ρ_ij(gh), because rows and columns of a unitary matrix
 * have norm 1. That takes d³ nodes for a real irrep of type R, 4d³ for type C, 2d³ for type H.
 */
export function realReconstructionWidth(kinds: readonly FeatureKind[]): number {
  mustBe("kinds", kindsForm, kinds);
  const nodes = { R: 1, C: 4, H: 2 };
  return sum(kinds, ({ degree, type }) => nodes[type] * degree ** 3);
}

const kindsForm = list(record({ degree: number, type: oneOf("R", "C", "H"), count: number }));

const sum = (kinds: readonly FeatureKind[], nodes: (kind: FeatureKind) => number) =>
  kinds.reduce((total, kind) => total + kind.count * nodes(kind), 0);
