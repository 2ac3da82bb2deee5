import { InputError } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import { largest } from "@grokscape/trainer/internal";
import { checkMatrix } from "./check.ts";

/**
 * How alike two networks represent the same examples: linear centred kernel alignment
 * ‖F̃ᵀG̃‖²/(‖F̃ᵀF̃‖·‖G̃ᵀG̃‖), F̃ and G̃ centred over the examples. From 0 (nothing in common) to 1 (the same
 * up to rotation and scale); the order of nodes does not matter, so two runs can be compared. 0 where
 * one does not vary. Kornblith, Norouzi, Lee & Hinton, arXiv 1905.00414.
 *
 * @param F features, examples × nodes, such as `hiddenFeatures`
 * @param G those of the other network for the same examples, in the same order
 * @throws InputError unless both are matrices of finite numbers with a row for each example
 */
export function featureSimilarity(F: Tensor, G: Tensor): number {
  checkMatrix("the first network's features", F);
  checkMatrix("the second network's features", G);
  if (F.shape[0] !== G.shape[0]) {
    throw new InputError(
      `features of shapes [${F.shape.join(", ")}] and [${G.shape.join(", ")}]`,
      "give examples × nodes, for the same examples",
    );
  }
  const [A, B] = [centredKernel(F), centredKernel(G)];
  let [shared, first, second] = [0, 0, 0];
  for (let i = 0; i < A.length; i++) {
    shared += A[i] * B[i];
    first += A[i] * A[i];
    second += B[i] * B[i];
  }
  return first > 0 && second > 0 ? shared / Math.sqrt(first * second) : 0;
}

/**
 * F̃F̃ᵀ up to a factor, whose inner products are those wanted: ⟨F̃F̃ᵀ, G̃G̃ᵀ⟩ = ‖F̃ᵀG̃‖². Scaled so that
 * nothing overflows.
 */
function centredKernel({ shape: [rows, columns], data }: Tensor): Float64Array {
  const size = largest(data) || 1;
  const centred = Float64Array.from(data, (value) => value / size);
  for (let j = 0; j < columns; j++) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += centred[i * columns + j] / rows;
    for (let i = 0; i < rows; i++) centred[i * columns + j] -= mean;
  }
  const spread = largest(centred) || 1;
  for (let i = 0; i < centred.length; i++) centred[i] /= spread;
  const kernel = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    const row = centred.subarray(i * columns, (i + 1) * columns);
    for (let k = 0; k <= i; k++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += row[j] * centred[k * columns + j];
      kernel[i * rows + k] = sum;
      kernel[k * rows + i] = sum;
    }
  }
  return kernel;
}
