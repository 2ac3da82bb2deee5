import { mustBe, seen } from "../input/form.ts";
import { aMatrix } from "../input/kinds.ts";
import {
  centreColumns,
  combine,
  gram,
  identity,
  multiply,
  type RealMatrix,
  scale,
  solvePositive,
  transpose,
} from "../numerics/real-matrix.ts";
import { AssumptionError } from "../statements/assumption-error.ts";

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
  mustBe("features", aMatrix, features);
  if (!(typeof weightDecay === "number" && weightDecay > 0)) {
    throw new AssumptionError("Theorem 6", "a weight decay η > 0", seen(weightDecay));
  }
  const F = centreColumns(features);
  const { columns: width } = F;
  const similarity = gram(F);
  const B = inverseGram(F, weightDecay);
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

/** (FᵀF + ηI)⁻¹, where n < K as (I − Fᵀ(FFᵀ + ηI)⁻¹F)/η. */
function inverseGram(F: RealMatrix, weightDecay: number): RealMatrix {
  if (F.columns <= F.rows) return solvePositive(gram(F, weightDecay), identity(F.columns));
  const back = transpose(F);
  const inner = multiply(back, solvePositive(gram(back, weightDecay), F));
  return scale(1 / weightDecay, combine(1, identity(F.columns), -1, inner));
}
