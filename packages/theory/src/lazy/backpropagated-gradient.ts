import { mustBe, number } from "@grokscape/group-datasets/forms";
import { aMatrix, someFeatures } from "../input/kinds.ts";
import {
  centreColumns,
  combine,
  multiply,
  type RealMatrix,
  transpose,
  zeros,
} from "../numerics/real-matrix.ts";
import { centredData, checkLabels, type FeatureData } from "./features.ts";

/**
 * Equation 2: G_F = −∂J/∂F = P₁⊥(Y − FV)Vᵀ, the gradient that reaches the hidden layer, n × K. With
 * an output scale β the network is βFV, and the gradient β·P₁⊥(Y − βFV)Vᵀ.
 *
 * @param top V, K × M
 */
export function backpropagatedGradient(
  data: FeatureData,
  top: RealMatrix,
  outputScale = 1,
): RealMatrix {
  mustBe("top", aMatrix, top);
  mustBe("outputScale", number, outputScale);
  const { F, Y } = centredData(data);
  const error = combine(1, Y, -outputScale, multiply(F, top));
  const gradient = multiply(error, transpose(top));
  return combine(outputScale, gradient, 0, gradient);
}

/**
 * ỸỸᵀF̃, the direction that feature learning takes when the top layer has settled, n × K: by sums over
 * classes, in O(nK).
 */
export function targetDirection(data: FeatureData): RealMatrix {
  mustBe("data", someFeatures, data);
  const { features, labels, classes } = data;
  checkLabels(features, labels, classes);
  const F = centreColumns(features);
  const { rows: n, columns: width } = F;
  const sums = zeros(classes, width);
  for (let i = 0; i < n; i++) {
    const to = labels[i] * width;
    for (let j = 0; j < width; j++) sums.data[to + j] += F.data[i * width + j];
  }
  const direction = zeros(n, width);
  for (let i = 0; i < n; i++) {
    const from = labels[i] * width;
    for (let j = 0; j < width; j++) direction.data[i * width + j] = sums.data[from + j];
  }
  return centreColumns(direction);
}

/**
 * Equation 3 (Propositions 1 and 2), and Equation 68 corrected (erratum 10): G_F at a small time t
 * of gradient flow on V from V₀, β·(ỸV₀ᵀ − βF̃V₀V₀ᵀ) + t·β²·ỸỸᵀF̃. The terms left out are of order
 * t·α and t², α the scale of V₀; with V₀ = 0 (Section 3.2) only order t² is left out.
 *
 * @param top V₀, K × M
 */
export function smallTimeGradient(
  data: FeatureData,
  top: RealMatrix,
  time: number,
  outputScale = 1,
): RealMatrix {
  mustBe("time", number, time);
  return combine(
    1,
    backpropagatedGradient(data, top, outputScale),
    time * outputScale ** 2,
    targetDirection(data),
  );
}
