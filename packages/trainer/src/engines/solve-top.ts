import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { solveSymmetric } from "../algebra/cholesky.ts";
import { gramOfRows, matrixProduct, transpose } from "../algebra/gram.ts";
import { diverged, firstNotFinite } from "./diverged-error.ts";
import type { Problem } from "./engine.ts";

/**
 * Writes V = (F̃ᵀF̃ + ηI)⁻¹F̃ᵀỸ for F̃ = β·features and Ỹ = s·(onehot − 1/M), β the output scale and s
 * the label scale, in float64: from the K × K matrix if K ≤ n, and as F̃ᵀ(F̃F̃ᵀ + ηI)⁻¹Ỹ from the n × n
 * one if n < K.
 *
 * @param top the top layer's tensors, in the order in which they meet the features
 * @param features n × K, of all training examples; n × 2K with complex weights
 * @param step updates made, for the errors
 * @throws DivergedError if a feature is not finite
 * @throws InputError if η is too small beside the features for the matrix to be positive definite
 */
export function solveTop(
  { train, shape, model, ridge, labelScale }: Problem,
  weights: Tensors,
  top: readonly string[],
  features: Float32Array | Float64Array,
  step: number,
): void {
  const { count: n, labels } = train;
  const { classes } = shape;
  const K = features.length / n;
  const wrong = firstNotFinite({ features: { shape: [n, K], data: features } });
  if (wrong) throw diverged(step, "a feature", wrong.value, weights);

  const F = Float64Array.from(features, (feature) => model.outputScale * feature);
  const Y = new Float64Array(n * classes).fill(-labelScale / classes);
  for (let row = 0; row < n; row++) Y[row * classes + labels[row]] += labelScale;
  const transposed = transpose(F, n, K);
  if (K <= n) {
    const V = matrixProduct(transposed, Y, K, n, classes);
    solve(gramOfRows(transposed, K, n), K, V);
    write(V);
  } else {
    solve(gramOfRows(F, n, K), n, Y);
    write(matrixProduct(transposed, Y, K, n, classes));
  }

  /** Solves (gram + ηI)·X = right in place. */
  function solve(gram: Float64Array, size: number, right: Float64Array): void {
    for (let i = 0; i < size; i++) gram[i * size + i] += ridge as number;
    const failure = solveSymmetric(gram, size, right, classes);
    if (!failure) return;
    throw new InputError(
      `V cannot be solved at step ${step}: the ${size} × ${size} matrix of the features plus ridge ${ridge} is not positive definite (pivot ${failure.row} is ${failure.pivot})`,
      "give a larger ridge",
    );
  }

  function write(V: Float64Array): void {
    let from = 0;
    for (const name of top) {
      const part = weights[name].data;
      part.set(V.subarray(from, from + part.length));
      from += part.length;
    }
  }
}
