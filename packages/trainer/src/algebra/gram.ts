/**
 * A·Aᵀ (rows × rows) of A (rows × columns, row-major), in float64; four entries at a time, which a
 * processor adds up side by side.
 */
export function gramOfRows(
  a: ArrayLike<number>,
  rows: number,
  columns: number,
): Float64Array<ArrayBuffer> {
  const gram = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j += 4) {
      const [row, first] = [i * columns, j * columns];
      const second = Math.min(j + 1, i) * columns;
      const third = Math.min(j + 2, i) * columns;
      const fourth = Math.min(j + 3, i) * columns;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let k = 0; k < columns; k++) {
        const x = a[row + k];
        s0 += x * a[first + k];
        s1 += x * a[second + k];
        s2 += x * a[third + k];
        s3 += x * a[fourth + k];
      }
      const sums = [s0, s1, s2, s3];
      for (let c = 0; c < 4 && j + c <= i; c++) {
        gram[i * rows + j + c] = sums[c];
        gram[(j + c) * rows + i] = sums[c];
      }
    }
  }
  return gram;
}

/** A·B (rows × columns) of A (rows × inner) and B (inner × columns), in float64. */
export function matrixProduct(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rows: number,
  inner: number,
  columns: number,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k];
      for (let j = 0; j < columns; j++) result[i * columns + j] += factor * b[k * columns + j];
    }
  }
  return result;
}

/** Aᵀ (columns × rows), in float64. */
export function transpose(
  a: ArrayLike<number>,
  rows: number,
  columns: number,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) result[j * rows + i] = a[i * columns + j];
  }
  return result;
}
