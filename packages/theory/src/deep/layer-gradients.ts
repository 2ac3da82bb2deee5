import { InputError } from "@grokscape/group-datasets";
import { list, mustAllBe, mustBe, optional, record } from "@grokscape/group-datasets/forms";
import { aMatrix } from "../input/kinds.ts";
import { centredTarget } from "../lazy/features.ts";
import { type ActivationName, scalarActivation } from "../numerics/activation.ts";
import {
  centreColumns,
  column,
  combine,
  multiply,
  type RealMatrix,
  transpose,
  zeros,
} from "../numerics/real-matrix.ts";

/** A network with L hidden layers, F_l = σ(F_{l−1}W_l), F₀ = X, Ŷ = F_L·V (Section 6). */
export interface DeepNetwork {
  /** X, n × d. */
  readonly inputs: RealMatrix;
  /** W₁ … W_L. */
  readonly layers: readonly RealMatrix[];
  /** V, K_L × M. */
  readonly top: RealMatrix;
  readonly activation: ActivationName;
}

/** F₀ = X, F₁, …, F_L. */
export function layerFeatures(network: DeepNetwork): RealMatrix[] {
  mustBe("network", record({ inputs: aMatrix, layers: list(aMatrix) }), network);
  const { inputs, layers, activation } = network;
  const { value } = scalarActivation(activation);
  const features = [inputs];
  for (const weights of layers) {
    const z = multiply(features[features.length - 1], weights);
    features.push({ ...z, data: z.data.map(value) });
  }
  return features;
}

/**
 * The gradients −∂J/∂F_l for l = 1 … L (Section 6): G_L = P₁⊥(Y − Ŷ)Vᵀ and
 * G_{l−1} = (σ′(F_{l−1}W_l) ∘ G_l)W_lᵀ. With a residual connection from layer l to the output the
 * gradient there is the sum of those above it.
 *
 * @param labels n labels in [0, M)
 */
export function layerGradients(network: DeepNetwork, labels: ArrayLike<number>): RealMatrix[] {
  mustBe("network", record({ layers: list(aMatrix), top: aMatrix }), network);
  const { layers, top, activation } = network;
  const features = layerFeatures(network);
  const answer = centreColumns(multiply(features[layers.length], top));
  const error = combine(1, centredTarget(labels, top.columns), -1, answer);
  const gradients = [multiply(error, transpose(top))];
  for (let l = layers.length - 1; l >= 1; l--) {
    const gate = gates(features[l], layers[l], activation);
    const above = gradients[0];
    const gated = { ...above, data: above.data.map((value, i) => value * gate.data[i]) };
    gradients.unshift(multiply(gated, transpose(layers[l])));
  }
  return gradients;
}

/** D of every node: σ′(F·W), n × K. */
export function gates(
  features: RealMatrix,
  weights: RealMatrix,
  activation: ActivationName,
): RealMatrix {
  mustAllBe(aMatrix, { features, weights });
  const { derivative } = scalarActivation(activation);
  const z = multiply(features, weights);
  return { ...z, data: z.data.map(derivative) };
}

/**
 * Equation 11: what of the label reaches the layer below, (1/K)·Σ_j D_jỸỸᵀD_j·F·A_j, D_j the gates of
 * node j. For σ(x) = C·σ′(x)·x and G_L = ỸỸᵀF_L it is exact with A_j = w_jw_jᵀ: G_{L−1} = C·K times
 * this. At random weights w_jw_jᵀ averages to a multiple of I, and without A what is left is ỸỸᵀF
 * with its samples reweighed: the target arrives, the weaker the more layers it came through.
 *
 * @param layerGates D, n × K
 * @param features F of the layer below, n × m
 * @param weights W of the layer, m × K, for A_j = w_jw_jᵀ; none for A_j = I
 */
export function gatedTargetDirection(
  layerGates: RealMatrix,
  features: RealMatrix,
  labels: ArrayLike<number>,
  classes: number,
  weights?: RealMatrix,
): RealMatrix {
  mustAllBe(aMatrix, { gates: layerGates, features });
  mustBe("weights", optional(aMatrix), weights);
  if (layerGates.rows !== features.rows) {
    throw new InputError(`gates of ${layerGates.rows} samples`, `there are ${features.rows}`);
  }
  const target = centredTarget(labels, classes);
  const back = transpose(target);
  const { rows: n, columns: width } = layerGates;
  const sum = zeros(n, features.columns);
  for (let j = 0; j < width; j++) {
    const gate = column(layerGates, j);
    const seen = weights ? along(features, weights, j) : features;
    const pulled = multiply(target, multiply(back, gated(gate, seen)));
    const arrived = gated(gate, pulled);
    for (let i = 0; i < n; i++) {
      for (let m = 0; m < features.columns; m++) {
        const value = weights
          ? arrived.data[i] * weights.data[m * width + j]
          : arrived.data[i * features.columns + m];
        sum.data[i * features.columns + m] += value / width;
      }
    }
  }
  return sum;
}

/** F·w_j as a column. */
const along = (features: RealMatrix, weights: RealMatrix, node: number): RealMatrix =>
  multiply(features, { rows: weights.rows, columns: 1, data: column(weights, node) });

/** diag(gate)·A */
function gated(gate: Float64Array, a: RealMatrix): RealMatrix {
  return { ...a, data: a.data.map((value, i) => value * gate[Math.floor(i / a.columns)]) };
}
