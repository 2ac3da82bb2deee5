import { gramOfRows, matrixProduct, transpose } from "./gram.ts";
import { roundingOf } from "./rounding.ts";

/** A matrix, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: ArrayLike<number>;
}

const coefficients = [3.4445, -4.775, 2.0315] as const;

/**
 * Muon's approximate polar factor: X ← aX + b(XXᵀ)X + c(XXᵀ)²X five times from X/‖X‖_F, which takes
 * singular values to about [0.7, 1.2] (Jordan et al. 2024, kellerjordan.github.io/posts/muon). The
 * polynomials are multiplied out on the smaller Gram matrix, where all five commute, and meet X once.
 * A matrix of zeros stays one.
 */
export function newtonSchulz(matrix: Matrix): Float64Array<ArrayBuffer> {
  return onShortSide(matrix, (x, rows, columns) => {
    const [a, b, c] = coefficients;
    let gram = gramOfRows(x, rows, columns);
    let trace = 0;
    for (let i = 0; i < rows; i++) trace += gram[i * rows + i];
    if (trace === 0) return x;
    for (let i = 0; i < gram.length; i++) gram[i] /= trace;
    let total: Float64Array | undefined;
    for (let step = 0; step < 5; step++) {
      const factor = matrixProduct(gram, gram, rows, rows, rows);
      for (let i = 0; i < factor.length; i++) factor[i] = b * gram[i] + c * factor[i];
      for (let i = 0; i < rows; i++) factor[i * rows + i] += a;
      total = total ? matrixProduct(factor, total, rows, rows, rows) : factor;
      const moved = matrixProduct(gram, factor, rows, rows, rows);
      gram = matrixProduct(factor, moved, rows, rows, rows);
    }
    const norm = Math.sqrt(trace);
    const result = matrixProduct(total as Float64Array, x, rows, rows, columns);
    for (let i = 0; i < result.length; i++) result[i] /= norm;
    return result;
  });
}

const mostSweeps = 60;

/**
 * The polar factor UVᵀ of X = USVᵀ, from the rows of the shorter side, turned two by two until all
 * are orthogonal (one-sided Jacobi; Demmel & Veselić 1992). Directions in which X is 0, to the
 * rounding of the numbers it is kept in, stay 0.
 */
export function exactPolar(matrix: Matrix): Float64Array<ArrayBuffer> {
  const rounding = roundingOf(matrix.data);
  return onShortSide(matrix, (x, rows, columns) => {
    const turned = x.slice();
    const turns = new Float64Array(rows * rows);
    for (let i = 0; i < rows; i++) turns[i * rows + i] = 1;
    for (let sweep = 0, turning = true; turning && sweep < mostSweeps; sweep++) {
      turning = false;
      for (let p = 0; p < rows; p++) {
        for (let q = p + 1; q < rows; q++) {
          const angle = turnBetween(turned, p, q, columns);
          if (!angle) continue;
          turning = true;
          turn(turned, p, q, columns, angle);
          turn(turns, p, q, rows, angle);
        }
      }
    }
    normaliseRows(turned, rows, columns, columns * rounding);
    return matrixProduct(transpose(turns, rows, rows), turned, rows, rows, columns);
  });
}

interface Turn {
  readonly cosine: number;
  readonly sine: number;
}

/** The turn that makes rows p and q orthogonal; none if they are, to rounding. */
function turnBetween(x: Float64Array, p: number, q: number, columns: number): Turn | undefined {
  let [pp, pq, qq] = [0, 0, 0];
  for (let k = 0; k < columns; k++) {
    const a = x[p * columns + k];
    const b = x[q * columns + k];
    pp += a * a;
    pq += a * b;
    qq += b * b;
  }
  if (!(Math.abs(pq) > 1e-15 * Math.sqrt(pp) * Math.sqrt(qq))) return undefined;
  const zeta = (qq - pp) / (2 * pq);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  return { cosine, sine: cosine * tangent };
}

function turn(
  x: Float64Array,
  p: number,
  q: number,
  columns: number,
  { cosine, sine }: Turn,
): void {
  for (let k = 0; k < columns; k++) {
    const a = x[p * columns + k];
    const b = x[q * columns + k];
    x[p * columns + k] = cosine * a - sine * b;
    x[q * columns + k] = sine * a + cosine * b;
  }
}

/** Makes each row's norm 1, or 0 where it is at most `tolerance` times the largest. */
function normaliseRows(x: Float64Array, rows: number, columns: number, tolerance: number): void {
  const norms = Float64Array.from({ length: rows }, (_, i) => {
    let squares = 0;
    for (let k = 0; k < columns; k++) squares += x[i * columns + k] * x[i * columns + k];
    return Math.sqrt(squares);
  });
  const smallest = tolerance * norms.reduce((a, b) => Math.max(a, b), 0);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) {
      x[i * columns + k] = norms[i] > smallest ? x[i * columns + k] / norms[i] : 0;
    }
  }
}

/** Calls `work` with the matrix, or with its transpose (and back) if it has more rows than columns. */
function onShortSide(
  { rows, columns, data }: Matrix,
  work: (x: Float64Array<ArrayBuffer>, rows: number, columns: number) => Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  if (rows <= columns) return work(Float64Array.from(data), rows, columns);
  return transpose(work(transpose(data, rows, columns), columns, rows), columns, rows);
}
