import { InputError } from "@grokscape/group-datasets";
import { portableExp, portableLog, type Tensor } from "@grokscape/models";
import { Matrix, SingularValueDecomposition } from "ml-matrix";

/**
 * Singular values of a weight matrix, descending.
 *
 * @throws InputError if the tensor is no matrix
 */
export function singularValues({ shape, data }: Tensor): number[] {
  if (shape.length !== 2) {
    throw new InputError(`a tensor of shape [${shape.join(", ")}]`, "a matrix has two dimensions");
  }
  const matrix = Matrix.from1DArray(shape[0], shape[1], Array.from(data));
  return new SingularValueDecomposition(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  }).diagonal;
}

/**
 * Effective rank: e to the entropy of the singular values' shares, from 1 (rank one) to the number
 * of rows or columns (all equal); 0 for a matrix of zeros. Roy & Vetterli, "The effective rank: a
 * measure of effective dimensionality", EUSIPCO 2007.
 *
 * @throws InputError if the tensor is no matrix
 */
export function effectiveRank(matrix: Tensor): number {
  const values = singularValues(matrix);
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  let entropy = 0;
  for (const value of values) {
    const share = value / total;
    if (share > 0) entropy -= share * portableLog(share);
  }
  return portableExp(entropy);
}
