import { mustBe } from "@grokscape/group-datasets/forms";
import { aMatrix } from "../input/kinds.ts";
import { backpropagatedGradient, targetDirection } from "../lazy/backpropagated-gradient.ts";
import type { FeatureData } from "../lazy/features.ts";
import { centreColumns, type RealMatrix, transpose } from "../numerics/real-matrix.ts";
import { dot, norm } from "../numerics/vectors.ts";

/** The gradient that reaches the hidden layer. */
export interface LeakedGradient {
  /** ‖G_F‖. */
  readonly norm: number;
  /** Cosine of G_F and ỸỸᵀF̃: 1 where every node follows its own energy (Theorem 1). */
  readonly alignment: number;
}

/**
 * G_F (Equation 2) as the loss sends it: the logits' mean over classes, which the trainer's mse does not
 * see, is left out of V.
 *
 * @param top V, K × M
 * @throws InputError for what is no such data or matrix
 */
export function leakedGradient(
  data: FeatureData,
  top: RealMatrix,
  outputScale = 1,
): LeakedGradient {
  mustBe("top", aMatrix, top);
  const seen = transpose(centreColumns(transpose(top)));
  const gradient = backpropagatedGradient(data, seen, outputScale).data;
  const direction = targetDirection(data).data;
  const norms = norm(gradient) * norm(direction);
  return {
    norm: norm(gradient),
    alignment: norms > 0 ? dot(gradient, direction) / norms : 0,
  };
}
