import { portableExp, portableLog, type Tensor } from "@grokscape/models";
import { largest } from "@grokscape/trainer/internal";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { checkMatrix } from "./check.ts";

/** Singular values as parts of the largest entry, so that no square overflows. */
function scaledValues(matrix: Tensor): { readonly values: number[]; readonly scale: number } {
  checkMatrix("the matrix", matrix);
  const { shape, data } = matrix;
  const scale = largest(data) || 1;
  const scaled = Array.from(data, (value) => value / scale);
  const { diagonal } = new SingularValueDecomposition(
    Matrix.from1DArray(shape[0], shape[1], scaled),
    {
      computeLeftSingularVectors: false,
      computeRightSingularVectors: false,
      autoTranspose: true,
    },
  );
  return { values: diagonal, scale };
}

/**
 * Singular values of a weight matrix, descending.
 *
 * @throws InputError if the tensor is no matrix, or has a number that is not finite
 */
export function singularValues(matrix: Tensor): number[] {
  const { values, scale } = scaledValues(matrix);
  return values.map((value) => scale * value);
}

/**
 * Effective rank: e to the entropy of the singular values' shares, from 1 (rank one) to the number
 * of rows or columns (all equal); 0 for a matrix of zeros. Roy & Vetterli, "The effective rank: a
 * measure of effective dimensionality", EUSIPCO 2007.
 *
 * @throws InputError if the tensor is no matrix, or has a number that is not finite
 */
export function effectiveRank(matrix: Tensor): number {
  const { values } = scaledValues(matrix);
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  let entropy = 0;
  for (const value of values) {
    const share = value / total;
    if (share > 0) entropy -= share * portableLog(share);
  }
  return portableExp(entropy);
}
