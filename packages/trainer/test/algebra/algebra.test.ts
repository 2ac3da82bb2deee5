import { randomStream, uniform } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import { solveSymmetric } from "../../src/algebra/cholesky.ts";
import { gramOfRows, matrixProduct, transpose } from "../../src/algebra/gram.ts";
import { exactPolar, newtonSchulz } from "../../src/algebra/polar.ts";

const stream = randomStream(5, "monte-carlo");
const random = (length: number) => Float64Array.from({ length }, () => 2 * uniform(stream) - 1);
const entry = (
  a: ArrayLike<number>,
  aColumns: number,
  b: ArrayLike<number>,
  bColumns: number,
  i: number,
  j: number,
) => {
  let sum = 0;
  for (let k = 0; k < aColumns; k++) sum += a[i * aColumns + k] * b[k * bColumns + j];
  return sum;
};
const largest = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs));

describe.each([
  [1, 1],
  [3, 7],
  [4, 4],
  [6, 5],
  [9, 2],
])("%i × %i matrices", (rows, columns) => {
  const a = random(rows * columns);

  test("transpose and product are their definitions", () => {
    const b = random(columns * 3);
    const seen = matrixProduct(a, b, rows, columns, 3);
    const turned = transpose(a, rows, columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < 3; j++) {
        expect(seen[i * 3 + j]).toBeCloseTo(entry(a, columns, b, 3, i, j), 14);
      }
      for (let j = 0; j < columns; j++) expect(turned[j * rows + i]).toBe(a[i * columns + j]);
    }
  });

  test("gramOfRows is A·Aᵀ", () => {
    const seen = gramOfRows(a, rows, columns);
    const right = matrixProduct(a, transpose(a, rows, columns), rows, columns, rows);
    expect(largest(seen.map((value, i) => value - right[i]))).toBeLessThan(1e-14);
  });

  test("solveSymmetric solves, and says where a matrix is not positive definite", () => {
    const A = gramOfRows(a, rows, columns);
    for (let i = 0; i < rows; i++) A[i * rows + i] += 0.5;
    const X = random(rows * 2);
    const B = matrixProduct(A, X, rows, rows, 2);
    expect(solveSymmetric(A.slice(), rows, B, 2)).toBeUndefined();
    expect(largest(B.map((value, i) => value - X[i]))).toBeLessThan(1e-12);
    A[rows * rows - 1] = -1;
    expect(solveSymmetric(A, rows, B, 2)).toMatchObject({ row: rows - 1 });
  });

  test("exactPolar turns singular values into 1: O·Oᵀ·O = O, and OᵀA is symmetric with no negative eigenvalue", () => {
    const O = exactPolar({ rows, columns, data: a });
    const turned = transpose(O, rows, columns);
    const again = matrixProduct(gramOfRows(O, rows, columns), O, rows, rows, columns);
    expect(largest(again.map((value, i) => value - O[i]))).toBeLessThan(1e-13);
    const H = matrixProduct(turned, a, columns, rows, columns);
    const difference = transpose(H, columns, columns).map((value, i) => value - H[i]);
    expect(largest(difference)).toBeLessThan(1e-13);
    for (let i = 0; i < columns; i++) H[i * columns + i] += 1e-9;
    expect(solveSymmetric(H, columns, new Float64Array(0), 0)).toBeUndefined();
  });

  test("newtonSchulz is five steps of its polynomial", () => {
    const norm = Math.hypot(...a);
    const flip = rows > columns;
    const [r, c] = flip ? [columns, rows] : [rows, columns];
    let X = (flip ? transpose(a, rows, columns) : a).map((value) => value / norm);
    for (let step = 0; step < 5; step++) {
      const A = gramOfRows(X, r, c);
      const B = matrixProduct(A, A, r, r, r).map((value, i) => -4.775 * A[i] + 2.0315 * value);
      X = matrixProduct(B, X, r, r, c).map((value, i) => 3.4445 * X[i] + value);
    }
    const right = flip ? transpose(X, r, c) : X;
    const seen = newtonSchulz({ rows, columns, data: a });
    expect(largest(seen.map((value, i) => value - right[i]))).toBeLessThan(1e-12);
  });
});

test("polar factors of a matrix of lower rank stay 0 where it is 0", () => {
  const [u, v] = [random(5), random(4)];
  const data = Float64Array.from({ length: 20 }, (_, i) => u[Math.floor(i / 4)] * v[i % 4]);
  const O = exactPolar({ rows: 5, columns: 4, data });
  const scale = 1 / (Math.hypot(...u) * Math.hypot(...v));
  expect(largest(O.map((value, i) => value - scale * data[i]))).toBeLessThan(1e-13);
  const nothing = { rows: 5, columns: 4, data: new Float64Array(20) };
  expect(exactPolar(nothing)).toEqual(nothing.data);
  expect(newtonSchulz(nothing)).toEqual(nothing.data);
});
