/** Complex numbers: their real and their imaginary parts. */
export interface ComplexArray {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** So many complex zeros. */
export const complexArray = (length: number): ComplexArray => ({
  re: new Float64Array(length),
  im: new Float64Array(length),
});

/** A complex matrix, row-major. */
export interface ComplexMatrix extends ComplexArray {
  readonly rows: number;
  readonly columns: number;
}

export const zeros = (rows: number, columns: number): ComplexMatrix => ({
  rows,
  columns,
  ...complexArray(rows * columns),
});

/** A·B */
export function multiply(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const product = zeros(a.rows, b.columns);
  multiplyInto(product, 0, a, 0, b, 0, [a.rows, a.columns, b.columns]);
  return product;
}

/**
 * Writes the product of two matrices that lie within longer arrays, each from its own place on;
 * `sizes` are the rows of the first, the columns of the first and the columns of the second.
 */
export function multiplyInto(
  target: ComplexArray,
  at: number,
  a: ComplexArray,
  aAt: number,
  b: ComplexArray,
  bAt: number,
  [rows, inner, columns]: readonly [number, number, number],
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let re = 0;
      let im = 0;
      for (let k = 0; k < inner; k++) {
        const left = aAt + i * inner + k;
        const right = bAt + k * columns + j;
        re += a.re[left] * b.re[right] - a.im[left] * b.im[right];
        im += a.re[left] * b.im[right] + a.im[left] * b.re[right];
      }
      target.re[at + i * columns + j] = re;
      target.im[at + i * columns + j] = im;
    }
  }
}

/** A† */
export function adjoint(a: ComplexMatrix): ComplexMatrix {
  const result = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) {
      result.re[j * a.rows + i] = a.re[i * a.columns + j];
      result.im[j * a.rows + i] = -a.im[i * a.columns + j];
    }
  }
  return result;
}
