import type { ModelSpec, Tensors } from "@grokscape/models";
import { gramOfRows, transpose } from "../algebra/gram.ts";

/** The tensors that take the features F to the logits: V, with its imaginary part, or W_U. */
const topNames: Readonly<Record<ModelSpec["kind"], readonly string[]>> = {
  mlp: ["V", "V.imaginary"],
  transformer: ["W_U"],
};

/**
 * ‖∂loss/∂F‖, the Frobenius norm of β·G·Vᵀ, as √(β²·tr(GᵀG·VᵀV)), which never forms it.
 *
 * @param logitGradient G = ∂loss/∂logits, n × classes
 */
export function featureGradientNorm(
  model: ModelSpec,
  weights: Tensors,
  logitGradient: Float32Array | Float64Array,
  classes: number,
): number {
  const gram = (matrix: ArrayLike<number>) => {
    const columns = transpose(Float64Array.from(matrix), matrix.length / classes, classes);
    return gramOfRows(columns, classes, matrix.length / classes);
  };
  const ofGradient = gram(logitGradient);
  let squares = 0;
  for (const name of topNames[model.kind]) {
    if (!weights[name]) continue;
    const ofTop = gram(weights[name].data);
    for (let i = 0; i < ofTop.length; i++) squares += ofGradient[i] * ofTop[i];
  }
  return model.outputScale * Math.sqrt(Math.max(0, squares));
}
