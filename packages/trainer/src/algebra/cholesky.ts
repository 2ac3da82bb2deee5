/**
 * Solves A·X = B for a symmetric positive definite A (size × size) by Cholesky's A = L·Lᵀ; only the
 * lower half of A is read. A becomes L and B (size × columns) becomes X, in place.
 *
 * @returns the first pivot that is not a positive number, and its row, if A is not positive definite
 */
export function solveSymmetric(
  A: Float64Array,
  size: number,
  B: Float64Array,
  columns: number,
): { readonly row: number; readonly pivot: number } | undefined {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * size + j];
      for (let k = 0; k < j; k++) sum -= A[i * size + k] * A[j * size + k];
      if (j < i) {
        A[i * size + j] = sum / A[j * size + j];
      } else {
        if (!(sum > 0) || sum === Infinity) return { row: i, pivot: sum };
        A[i * size + i] = Math.sqrt(sum);
      }
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) subtractRow(B, i, k, A[i * size + k], columns);
    divideRow(B, i, A[i * size + i], columns);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) subtractRow(B, i, k, A[k * size + i], columns);
    divideRow(B, i, A[i * size + i], columns);
  }
  return undefined;
}

/** Row i of B −= factor · row k. */
function subtractRow(B: Float64Array, i: number, k: number, factor: number, columns: number): void {
  for (let c = 0; c < columns; c++) B[i * columns + c] -= factor * B[k * columns + c];
}

function divideRow(B: Float64Array, i: number, divisor: number, columns: number): void {
  for (let c = 0; c < columns; c++) B[i * columns + c] /= divisor;
}
