import { mustBe } from "@grokscape/group-datasets/forms";
import { aMatrix } from "../input/kinds.ts";
import {
  gram,
  multiply,
  type RealMatrix,
  symmetricEigen,
  transpose,
  zeros,
} from "../numerics/real-matrix.ts";
import { checkWeightDecay } from "../statements/assumption-error.ts";
import { backpropagatedGradient } from "./backpropagated-gradient.ts";
import { centredData, type FeatureData } from "./features.ts";

/** Gradient flow of the top layer while the features stay fixed (Propositions 1 to 4). */
export interface TopLayerFlow {
  /** V(t), K × M. */
  top(time: number): RealMatrix;
  /** G_F(t), n × K. */
  gradient(time: number): RealMatrix;
  /**
   * How fast it settles: σ²_min(F̃) + η, with σ_min over all K directions for η > 0 (Proposition 4),
   * and over those where F̃ is not 0 for η = 0 (Proposition 3).
   */
  readonly rate: number;
}

/**
 * V̇ = F̃ᵀ(Ỹ − F̃V) − ηV solved exactly: in the eigenvectors of F̃ᵀF̃, with eigenvalues λ, each row of
 * V moves as v(t) = v∞ + e^(−(λ+η)t)(v₀ − v∞).
 *
 * @param start V₀, K × M
 * @throws AssumptionError if η < 0
 */
export function topLayerFlow(
  data: FeatureData,
  start: RealMatrix,
  weightDecay: number,
): TopLayerFlow {
  mustBe("start", aMatrix, start);
  checkWeightDecay("Proposition 1", weightDecay);
  const { F, Y } = centredData(data);
  const { values, vectors } = symmetricEigen(gram(F));
  const back = transpose(vectors);
  const pull = multiply(back, multiply(transpose(F), Y));
  const from = multiply(back, start);
  const largest = values[values.length - 1];
  const isZero = (value: number) => value <= 1e-12 * largest;
  const moving = weightDecay > 0 ? values : values.filter((value) => !isZero(value));

  const top = (time: number): RealMatrix => {
    const coordinates = zeros(from.rows, from.columns);
    for (let i = 0; i < from.rows; i++) {
      const speed = Math.max(values[i], 0) + weightDecay;
      const still = weightDecay === 0 && isZero(values[i]);
      const kept = still ? 1 : Math.exp(-speed * time);
      for (let j = 0; j < from.columns; j++) {
        const at = i * from.columns + j;
        const limit = still ? 0 : pull.data[at] / speed;
        coordinates.data[at] = kept * from.data[at] + (1 - kept) * limit;
      }
    }
    return multiply(vectors, coordinates);
  };

  return {
    top,
    gradient: (time) => backpropagatedGradient(data, top(time)),
    rate: Math.max(moving[0] ?? 0, 0) + weightDecay,
  };
}
