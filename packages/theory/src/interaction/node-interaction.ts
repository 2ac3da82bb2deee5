import { InputError, seen } from "@grokscape/group-datasets";
import { list, mustBe, whole } from "@grokscape/group-datasets/forms";
import { aMatrix } from "../input/kinds.ts";
import { centredData, type FeatureData } from "../lazy/features.ts";
import {
  centreColumns,
  column,
  combine,
  gram,
  identity,
  multiply,
  type RealMatrix,
  scale,
  solvePositive,
  transpose,
  withoutColumns,
} from "../numerics/real-matrix.ts";
import { dot } from "../numerics/vectors.ts";
import { checkPositiveDecay } from "../statements/assumption-error.ts";

/**
 * B = (F̃ᵀF̃ + ηI)⁻¹, K × K: how strongly nodes act on each other. Where n < K it is computed as
 * (I − F̃ᵀ(F̃F̃ᵀ + ηI)⁻¹F̃)/η, from the smaller matrix.
 *
 * @param features F, n × K
 * @throws AssumptionError if η is not positive
 */
export function interactionMatrix(features: RealMatrix, weightDecay: number): RealMatrix {
  mustBe("features", aMatrix, features);
  checkPositiveDecay("Theorem 6", weightDecay);
  const F = centreColumns(features);
  if (F.columns <= F.rows) return solvePositive(gram(F, weightDecay), identity(F.columns));
  const back = transpose(F);
  const inner = multiply(back, solvePositive(gram(back, weightDecay), F));
  return scale(1 / weightDecay, combine(1, identity(F.columns), -1, inner));
}

/**
 * P_η = I − F̃BF̃ᵀ = η(F̃F̃ᵀ + ηI)⁻¹, n × n: what the top layer cannot fit.
 *
 * @param features F, n × K
 * @throws AssumptionError if η is not positive
 */
export function residualProjection(features: RealMatrix, weightDecay: number): RealMatrix {
  const B = interactionMatrix(features, weightDecay);
  const F = centreColumns(features);
  return combine(1, identity(F.rows), -1, multiply(F, multiply(B, transpose(F))));
}

/**
 * The gradient that hidden node j receives at V_ridge, in two parts (Equation 9, corrected: erratum
 * 12): g_j = P_ηỸỸᵀ(b_jj·f̃_j + Σ_{l≠j} b_lj·f̃_l), what it would follow alone, and what the others
 * add. Their sum is column j of Equation 4's gradient.
 */
export function nodeGradient(
  data: FeatureData,
  weightDecay: number,
  node: number,
): { readonly own: Float64Array; readonly others: Float64Array } {
  const { F, Y } = centredData(data);
  checkNode(node, F.columns);
  const B = interactionMatrix(data.features, weightDecay);
  const P = residualProjection(data.features, weightDecay);
  const toward = (coefficients: (l: number) => number): Float64Array => {
    const mixed = new Float64Array(F.rows);
    for (let l = 0; l < F.columns; l++) {
      for (let i = 0; i < F.rows; i++) mixed[i] += coefficients(l) * F.data[i * F.columns + l];
    }
    const vector = { rows: F.rows, columns: 1, data: mixed };
    return multiply(P, multiply(Y, multiply(transpose(Y), vector))).data;
  };
  const weight = (l: number) => B.data[l * F.columns + node];
  return {
    own: toward((l) => (l === node ? weight(l) : 0)),
    others: toward((l) => (l === node ? 0 : weight(l))),
  };
}

/**
 * Theorem 6: b_jl = −β/((η + α)(η + γ) − β²), with α = f̃_jᵀPf̃_j, β = f̃_jᵀPf̃_l, γ = f̃_lᵀPf̃_l and P the
 * residual projection of all other nodes. Nodes with similar features (β > 0) have b_jl < 0: they
 * push each other apart.
 *
 * @param pair two different nodes
 */
export function repulsion(
  features: RealMatrix,
  weightDecay: number,
  pair: readonly [number, number],
): { readonly coefficient: number; readonly similarity: number } {
  mustBe("features", aMatrix, features);
  mustBe("pair", list(whole(0)), pair);
  const [j, l] = pair;
  checkNode(j, features.columns);
  checkNode(l, features.columns);
  if (j === l) throw new InputError(`node ${j} twice`, "repulsion is between two nodes");
  const F = centreColumns(features);
  const rest = residualProjection(withoutColumns(features, [j, l]), weightDecay);
  const [first, second] = [column(F, j), column(F, l)];
  const through = (u: Float64Array, v: Float64Array): number =>
    dot(u, multiply(rest, { rows: v.length, columns: 1, data: v }).data);
  const alpha = through(first, first);
  const beta = through(first, second);
  const gamma = through(second, second);
  const determinant = (weightDecay + alpha) * (weightDecay + gamma) - beta * beta;
  return { coefficient: -beta / determinant, similarity: beta };
}

function checkNode(node: number, width: number): void {
  if (Number.isInteger(node) && node >= 0 && node < width) return;
  throw new InputError(`no node ${seen(node)}`, `the nodes are 0 … ${width - 1}`);
}
