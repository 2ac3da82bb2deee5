import type { ModelSpec, Tensor } from "@grokscape/models";
import { gramOfRows, transpose } from "../algebra/gram.ts";

/**
 * ‖∂loss/∂F‖, the Frobenius norm of β·G·Vᵀ, as √(β²·tr(GᵀG·VᵀV)), which never forms it.
 *
 * @param top the tensors of the top layer
 * @param logitGradient G = ∂loss/∂logits, n × classes
 */
export function featureGradientNorm(
  { outputScale }: ModelSpec,
  top: readonly Tensor[],
  logitGradient: Float32Array | Float64Array,
  classes: number,
): number {
  const gram = (matrix: ArrayLike<number>) => {
    const columns = transpose(Float64Array.from(matrix), matrix.length / classes, classes);
    return gramOfRows(columns, classes, matrix.length / classes);
  };
  const ofGradient = gram(logitGradient);
  let squares = 0;
  for (const { data } of top) {
    const ofTop = gram(data);
    for (let i = 0; i < ofTop.length; i++) squares += ofGradient[i] * ofTop[i];
  }
  return outputScale * Math.sqrt(Math.max(0, squares));
}
