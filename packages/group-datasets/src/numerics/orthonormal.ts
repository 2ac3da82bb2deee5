import { type ComplexArray, type ComplexMatrix, zeros } from "./complex-matrix.ts";

/**
 * An orthonormal basis of the space that the columns span, known to be of dimension `rank`:
 * Gram–Schmidt, done twice over, that takes the longest remaining column at each step.
 */
export function orthonormalColumns(matrix: ComplexMatrix, rank: number): ComplexMatrix {
  const { rows, columns } = matrix;
  const rest = Array.from({ length: columns }, (_, j) => column(matrix, j));
  const basis: ComplexArray[] = [];
  while (basis.length < rank) {
    let longest = 0;
    for (let j = 1; j < columns; j++) {
      if (norm(rest[j]) > norm(rest[longest])) longest = j;
    }
    const next = { re: rest[longest].re.slice(), im: rest[longest].im.slice() };
    for (const earlier of basis) removePart(next, earlier);
    normalise(next);
    for (const left of rest) removePart(left, next);
    basis.push(next);
  }
  const result = zeros(rows, rank);
  for (const [j, { re, im }] of basis.entries()) {
    for (let i = 0; i < rows; i++) {
      result.re[i * rank + j] = re[i];
      result.im[i * rank + j] = im[i];
    }
  }
  return result;
}

function column({ rows, columns, re, im }: ComplexMatrix, j: number): ComplexArray {
  return {
    re: Float64Array.from({ length: rows }, (_, i) => re[i * columns + j]),
    im: Float64Array.from({ length: rows }, (_, i) => im[i * columns + j]),
  };
}

function norm({ re, im }: ComplexArray): number {
  let sum = 0;
  for (let i = 0; i < re.length; i++) sum += re[i] * re[i] + im[i] * im[i];
  return sum;
}

function normalise(v: ComplexArray): void {
  const scale = 1 / Math.sqrt(norm(v));
  for (let i = 0; i < v.re.length; i++) {
    v.re[i] *= scale;
    v.im[i] *= scale;
  }
}

/** v ← v − u⟨u, v⟩ for a unit vector u */
function removePart(v: ComplexArray, u: ComplexArray): void {
  let re = 0;
  let im = 0;
  for (let i = 0; i < v.re.length; i++) {
    re += u.re[i] * v.re[i] + u.im[i] * v.im[i];
    im += u.re[i] * v.im[i] - u.im[i] * v.re[i];
  }
  for (let i = 0; i < v.re.length; i++) {
    v.re[i] -= u.re[i] * re - u.im[i] * im;
    v.im[i] -= u.re[i] * im + u.im[i] * re;
  }
}
