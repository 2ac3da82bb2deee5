import { InputError } from "@grokscape/group-datasets";
import { list, mustBe, numbers } from "@grokscape/group-datasets/forms";
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from "ml-matrix";
import { aFiniteMatrix } from "../input/kinds.ts";

/** A real matrix as plain data, row-major. */
export interface RealMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): RealMatrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** A matrix from its rows. @throws InputError if they differ in length */
export function fromRows(rows: readonly ArrayLike<number>[]): RealMatrix {
  mustBe("rows", list(numbers), rows);
  const columns = rows[0]?.length ?? 0;
  const matrix = zeros(rows.length, columns);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns) {
      throw new InputError(`row ${i} has ${row.length} entries, row 0 has ${columns}`);
    }
    matrix.data.set(row, i * columns);
  }
  return matrix;
}

/** A·B */
export function multiply(a: RealMatrix, b: RealMatrix): RealMatrix {
  if (a.columns !== b.rows) {
    throw new InputError(`${a.rows}×${a.columns} times ${b.rows}×${b.columns} is no product`);
  }
  const product = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k];
      if (factor === 0) continue;
      const from = k * b.columns;
      const to = i * b.columns;
      for (let j = 0; j < b.columns; j++) product.data[to + j] += factor * b.data[from + j];
    }
  }
  return product;
}

/** Aᵀ */
export function transpose(a: RealMatrix): RealMatrix {
  const result = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.data[j * a.rows + i] = a.data[i * a.columns + j];
  }
  return result;
}

/** a·A + b·B */
export function combine(a: number, A: RealMatrix, b: number, B: RealMatrix): RealMatrix {
  return { ...A, data: A.data.map((value, i) => a * value + b * B.data[i]) };
}

/** c·A */
export function scale(c: number, A: RealMatrix): RealMatrix {
  return { ...A, data: A.data.map((value) => c * value) };
}

/** P₁⊥A: every column less its mean over the rows (the samples). */
export function centreColumns(a: RealMatrix): RealMatrix {
  const mean = new Float64Array(a.columns);
  for (let i = 0; i < a.data.length; i++) mean[i % a.columns] += a.data[i] / a.rows;
  return { ...a, data: a.data.map((value, i) => value - mean[i % a.columns]) };
}

/** Column j. */
export function column(a: RealMatrix, j: number): Float64Array {
  return Float64Array.from({ length: a.rows }, (_, i) => a.data[i * a.columns + j]);
}

/** A without the columns listed. */
export function withoutColumns(a: RealMatrix, left: readonly number[]): RealMatrix {
  const kept = Array.from({ length: a.columns }, (_, j) => j).filter((j) => !left.includes(j));
  const result = zeros(a.rows, kept.length);
  for (let i = 0; i < a.rows; i++) {
    for (const [to, j] of kept.entries()) {
      result.data[i * kept.length + to] = a.data[i * a.columns + j];
    }
  }
  return result;
}

/** AᵀA + c·I */
export function gram(a: RealMatrix, c = 0): RealMatrix {
  const product = multiply(transpose(a), a);
  for (let i = 0; i < a.columns; i++) product.data[i * a.columns + i] += c;
  return product;
}

/** X with A·X = B, for symmetric positive definite A. @throws InputError if A is not that */
export function solvePositive(a: RealMatrix, b: RealMatrix): RealMatrix {
  mustBe("the matrix", aFiniteMatrix, a);
  const decomposition = new CholeskyDecomposition(toMl(a));
  if (!decomposition.isPositiveDefinite()) {
    throw new InputError("the matrix is not positive definite", "give a weight decay above 0");
  }
  return fromMl(decomposition.solve(toMl(b)));
}

/** The unit matrix. */
export function identity(n: number): RealMatrix {
  const result = zeros(n, n);
  for (let i = 0; i < n; i++) result.data[i * n + i] = 1;
  return result;
}

/** A = Q·diag(values)·Qᵀ for symmetric A; values ascend. */
export function symmetricEigen(a: RealMatrix): { values: Float64Array; vectors: RealMatrix } {
  mustBe("the matrix", aFiniteMatrix, a);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(toMl(a), {
    assumeSymmetric: true,
  });
  return { values: Float64Array.from(realEigenvalues), vectors: fromMl(eigenvectorMatrix) };
}

export const toMl = ({ rows, columns, data }: RealMatrix): Matrix =>
  Matrix.from1DArray(rows, columns, Array.from(data));

export const fromMl = (matrix: Matrix): RealMatrix => ({
  rows: matrix.rows,
  columns: matrix.columns,
  data: Float64Array.from(matrix.to1DArray()),
});
