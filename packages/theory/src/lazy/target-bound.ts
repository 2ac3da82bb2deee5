import { multiply, type RealMatrix, symmetricEigen, transpose } from "../numerics/real-matrix.ts";
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
  const { values, vectors } = symmetricEigen(multiply(F, transpose(F)));
  const largest = values[values.length - 1];
  const kept = Array.from(values.keys()).filter((i) => values[i] > 1e-10 * largest);
  const outside = norm(Y) ** 2 - spanned(vectors, kept, Y);
  if (!(outside <= 1e-9 * norm(Y) ** 2)) {
    throw new AssumptionError(
      "Lemma 11",
      "a target in the span of the features",
      `features of rank ${kept.length} that leave some of it out`,
    );
  }
  const smallest = Math.sqrt(values[kept[0]] ?? 0);
  return {
    norm: norm(targetDirection(data)),
    bound: smallest * norm(multiply(Y, transpose(Y))),
  };
}

const norm = ({ data }: RealMatrix) => Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0));

/** Squared norm of what of Y lies along these eigenvectors. */
function spanned(vectors: RealMatrix, kept: readonly number[], Y: RealMatrix): number {
  const coordinates = multiply(transpose(vectors), Y);
  let sum = 0;
  for (const i of kept) {
    for (let h = 0; h < Y.columns; h++) sum += coordinates.data[i * Y.columns + h] ** 2;
  }
  return sum;
}
