import type { Stretch } from "./instruction.ts";

/** A matrix of a recorded network, before it has values: its rows, padded to whole panels, take a stretch of memory. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly stretch: Stretch;
  /** Which of the stretch's rows is its first. */
  readonly from: number;
  /** The larger matrix whose memory it shares, if it is a part of one. */
  readonly whole?: Matrix;
  /** Whether the backward pass computes its gradient. */
  readonly isTraced: boolean;
  /** The matrix to write its gradient to; left out, one is made. */
  readonly gradient?: Matrix;
}

export const float = 4;
/** Columns that the kernels multiply at a time. */
export const panel = 8;

/*
 * A processor is a hundred times slower on denormal numbers. Weights and gradients below these sizes,
 * which are far too small to change a loss, count as 0.
 */
export const smallestWeight = 1e-12;
export const smallestGradient = 1e-25;

/** Bytes of a row: whole panels. */
export function strideOf({ columns }: Pick<Matrix, "columns">): number {
  return panelsIn(columns) * panel * float;
}

export function panelsIn(columns: number): number {
  return Math.ceil(columns / panel);
}

/** A matrix in a stretch of its own. */
export function matrix(rows: number, columns: number, isTraced: boolean): Matrix {
  const stretch = { bytes: rows * strideOf({ columns }) };
  return { rows, columns, stretch, from: 0, isTraced };
}

/** `count` successive rows. */
export function part(whole: Matrix, from: number, count: number): Matrix {
  const { columns, stretch, isTraced } = whole;
  const root = whole.whole ?? whole;
  return { rows: count, columns, stretch, from: whole.from + from, whole: root, isTraced };
}

/** Where a matrix begins and how far its rows are apart, in floats. */
function floatsOf(of: Matrix): { start: number; step: number } {
  const stride = strideOf(of);
  return { start: ((of.stretch as Required<Stretch>).at + of.from * stride) / 4, step: stride / 4 };
}

/**
 * Writes a matrix row by row.
 *
 * @param smallest numbers smaller than this become 0
 */
export function writeMatrix(
  memory: ArrayBufferLike,
  to: Matrix,
  values: ArrayLike<number>,
  smallest = 0,
): void {
  const floats = new Float32Array(memory);
  const { start, step } = floatsOf(to);
  for (let row = 0, i = 0; row < to.rows; row++) {
    const at = start + row * step;
    for (let column = 0; column < to.columns; column++, i++) {
      const value = values[i];
      floats[at + column] = Math.abs(value) < smallest ? 0 : value;
    }
  }
}

/** The first `rows` rows of a matrix, without what fills them up. */
export function readMatrix(memory: ArrayBufferLike, from: Matrix, rows = from.rows): Float32Array {
  const floats = new Float32Array(memory);
  const { start, step } = floatsOf(from);
  const values = new Float32Array(rows * from.columns);
  for (let row = 0; row < rows; row++) {
    const at = start + row * step;
    values.set(floats.subarray(at, at + from.columns), row * from.columns);
  }
  return values;
}
