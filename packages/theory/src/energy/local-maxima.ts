import type { Task } from "@grokscape/group-datasets";
import { mustBe, number, record } from "@grokscape/group-datasets/forms";
import { AssumptionError, groupOf } from "../statements/assumption-error.ts";
import { featureEnergy } from "./feature-energy.ts";
import { type FeatureKind, featureKinds } from "./feature-kinds.ts";
import { type HessianSpectrum, hessianSpectrum } from "./hessian.ts";

/** σ(x) = ax + bx². */
export interface PolynomialActivation {
  readonly linear: number;
  readonly quadratic: number;
}

/** Local maxima of the energy that are alike: a family for each real irrep. */
export interface LocalMaxima extends FeatureKind {
  /** E* = b²·M/(2·D). */
  readonly energy: number;
  /** Eigenvalues of the sphere's Hessian there. */
  readonly hessian: HessianSpectrum;
  /** Whether each is a point of its own, up to sign: only where D = 1. */
  readonly strict: boolean;
}

/**
 * Every local maximum of the energy on all M² pairs, ‖w‖ = 1 (Theorem 2 and Corollary 1, corrected:
 * errata 1 to 5). There are no others.
 *
 * @param activation "quadratic", or the coefficients of ax + bx²
 * @throws AssumptionError if the task is no group's table, or σ is not x² or ax + bx²
 */
export function localMaxima(
  task: Task,
  activation: string | PolynomialActivation = "quadratic",
): LocalMaxima[] {
  const group = groupOf("Theorem 2", task);
  const coefficient = quadraticCoefficient(activation);
  return featureKinds(group).map((kind) => ({
    ...kind,
    energy: featureEnergy(group.order, kind.realDimension, coefficient),
    hessian: hessianSpectrum(kind, group.order),
    strict: kind.realDimension === 1,
  }));
}

function quadraticCoefficient(activation: string | PolynomialActivation): number {
  if (activation === "quadratic") return 1;
  if (typeof activation !== "string") {
    mustBe("activation", record({ linear: number, quadratic: number }), activation);
    if (activation.quadratic !== 0) return activation.quadratic;
  }
  const got = typeof activation === "string" ? activation : `${activation.linear}·x`;
  throw new AssumptionError("Theorem 2", "σ(x) = x² or ax + bx²", got);
}
