import { multiply, transpose } from "../numerics/real-matrix.ts";
import { columnSpan } from "../numerics/span.ts";
import { norm } from "../numerics/vectors.ts";
import { AssumptionError } from "../statements/assumption-error.ts";
import { targetDirection } from "./backpropagated-gradient.ts";
import { centredData, type FeatureData } from "./features.ts";

/**
 * Lemma 11, with the assumption that it needs (erratum 17): where the target lies in the span of the
 * features, ‖ỸỸᵀF̃‖ ≥ σ_min(F̃)·‖ỸỸᵀ‖, σ_min the smallest singular value of F̃ that is not 0.
 *
 * @returns both sides
 * @throws AssumptionError if the features cannot express the target
 */
export function targetDirectionBound(data: FeatureData): {
  readonly norm: number;
  readonly bound: number;
} {
  const { F, Y } = centredData(data);
  const span = columnSpan(F);
  if (!(span.residual(Y) <= 1e-5)) {
    throw new AssumptionError(
      "Lemma 11",
      "a target in the span of the features",
      `features of rank ${span.rank} that leave some of it out`,
    );
  }
  return {
    norm: norm(targetDirection(data).data),
    bound: span.smallest * norm(multiply(Y, transpose(Y)).data),
  };
}
