import { interactionMatrix } from "../interaction/node-interaction.ts";
import { centreColumns, gram, type RealMatrix } from "../numerics/real-matrix.ts";

/** Whether nodes with similar features push each other apart (Theorem 6). */
export interface RepulsionSigns {
  /** Pairs of nodes whose centred features have a cosine of at least ½. */
  readonly similar: number;
  /** How many of these have b_jl < 0. */
  readonly repelled: number;
  /** Share of all pairs with sign b_jl = −sign(f̃_j·f̃_l). */
  readonly opposed: number;
}

/**
 * The signs of B = (F̃ᵀF̃ + ηI)⁻¹ off its diagonal, against the similarity of the nodes. Costs
 * O(min(n, K)³ + nK·min(n, K)).
 *
 * @throws AssumptionError if η is not positive
 */
export function repulsionSigns(features: RealMatrix, weightDecay: number): RepulsionSigns {
  const B = interactionMatrix(features, weightDecay);
  const { columns: width } = features;
  const similarity = gram(centreColumns(features));
  let [similar, repelled, opposed] = [0, 0, 0];
  for (let j = 0; j < width; j++) {
    for (let l = 0; l < j; l++) {
      const at = j * width + l;
      const norms = similarity.data[j * width + j] * similarity.data[l * width + l];
      if (similarity.data[at] * B.data[at] < 0) opposed++;
      if (similarity.data[at] < 0.5 * Math.sqrt(norms) || norms === 0) continue;
      similar++;
      if (B.data[at] < 0) repelled++;
    }
  }
  const pairs = (width * (width - 1)) / 2;
  return { similar, repelled, opposed: pairs > 0 ? opposed / pairs : 0 };
}
