import { mustBe, number } from "@grokscape/group-datasets/forms";
import {
  gram,
  multiply,
  type RealMatrix,
  scale,
  solvePositive,
  transpose,
} from "../numerics/real-matrix.ts";
import { checkPositiveDecay } from "../statements/assumption-error.ts";
import { backpropagatedGradient } from "./backpropagated-gradient.ts";
import { centredData, type FeatureData } from "./features.ts";

/**
 * V_ridge = β·(β²F̃ᵀF̃ + ηI)⁻¹F̃ᵀỸ, K × M: the top layer at rest, features fixed.
 *
 * @throws AssumptionError if η is 0 (then it need not be unique) or below
 */
export function ridgeSolution(data: FeatureData, weightDecay: number, outputScale = 1): RealMatrix {
  mustBe("outputScale", number, outputScale);
  checkPositiveDecay("Equation 4", weightDecay);
  const { F, Y } = centredData(data);
  const scaled = scale(outputScale, F);
  const back = transpose(scaled);
  // whichever is smaller: (AᵀA + ηI)⁻¹Aᵀ = Aᵀ(AAᵀ + ηI)⁻¹
  if (F.rows < F.columns) return multiply(back, solvePositive(gram(back, weightDecay), Y));
  return solvePositive(gram(scaled, weightDecay), multiply(back, Y));
}

/**
 * Equation 4: G_F(∞) = η(F̃F̃ᵀ + ηI)⁻¹ỸỸᵀF̃(F̃ᵀF̃ + ηI)⁻¹, n × K, as it is reached at V_ridge. It is 0
 * for η = 0 where the target can be fitted: weight decay is what feature learning lives on. With an
 * output scale β the gradient is G*(η/β²), G* being that without one (Equation 69, corrected:
 * erratum 11).
 *
 * @throws AssumptionError if η is not positive
 */
export function fixedPointGradient(
  data: FeatureData,
  weightDecay: number,
  outputScale = 1,
): RealMatrix {
  const top = ridgeSolution(data, weightDecay, outputScale);
  return backpropagatedGradient(data, top, outputScale);
}
