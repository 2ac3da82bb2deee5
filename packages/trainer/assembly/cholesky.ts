import { addTileOfGram, ROWS } from "./dense";

/*
 * G = RᵀR for a symmetric positive definite G, of which the part right of the diagonal is given and
 * becomes R: block row by block row, each from the diagonal block, then its columns, then what is
 * left below. Then RᵀRX = B, some columns of B at a time.
 */

/** Rows of a block. */
export const BLOCK_ROWS: i32 = 32;
/** Columns of a block row, and of B, that are one unit of work. */
export const COLUMNS: i32 = 64;
const RIGHT_COLUMNS: i32 = 8;

function at(g: usize, stride: usize, i: i32, j: i32): usize {
  return g + <usize>i * stride + ((<usize>j) << 3);
}

/** Factors the diagonal block from row `from` on. Returns the first row without a positive pivot, or −1. */
export function factorDiagonal(g: usize, stride: usize, from: i32, size: i32): i32 {
  const to = min(from + BLOCK_ROWS, size);
  for (let p = from; p < to; p++) {
    const pivot = load<f64>(at(g, stride, p, p));
    if (!(pivot > 0 && pivot < Infinity)) return p;
    const root = Math.sqrt(pivot);
    store<f64>(at(g, stride, p, p), root);
    for (let j = p + 1; j < to; j++) {
      const place = at(g, stride, p, j);
      store<f64>(place, load<f64>(place) / root);
    }
    for (let i = p + 1; i < to; i++) {
      const factor = load<f64>(at(g, stride, p, i));
      for (let j = i; j < to; j++) {
        const place = at(g, stride, i, j);
        store<f64>(place, load<f64>(place) - factor * load<f64>(at(g, stride, p, j)));
      }
    }
  }
  return -1;
}

/** Units of the block row from `from` on: of its columns right of the block, and of the rows below it. */
export function unitsOfColumns(from: i32, size: i32): i32 {
  return max(0, (size - from - BLOCK_ROWS + COLUMNS - 1) / COLUMNS);
}
export function unitsBelow(from: i32, size: i32): i32 {
  return max(0, (size - from - BLOCK_ROWS + ROWS - 1) / ROWS);
}

/** R in some columns right of the diagonal block. */
export function factorColumns(unit: i32, g: usize, stride: usize, from: i32, size: i32): void {
  const first = from + BLOCK_ROWS + unit * COLUMNS;
  const to = min(first + COLUMNS, size);
  for (let p = from; p < from + BLOCK_ROWS; p++) {
    const root = f64x2.splat(load<f64>(at(g, stride, p, p)));
    for (let j = first; j < to; j += 2) {
      const place = at(g, stride, p, j);
      v128.store(place, f64x2.div(v128.load(place), root));
    }
    for (let i = p + 1; i < from + BLOCK_ROWS; i++) {
      const factor = v128.load64_splat(at(g, stride, p, i));
      for (let j = first; j < to; j += 2) {
        const place = at(g, stride, i, j);
        const product = f64x2.mul(factor, v128.load(at(g, stride, p, j)));
        v128.store(place, f64x2.sub(v128.load(place), product));
      }
    }
  }
}

/** Takes the block row's part from some of the rows below it. */
export function updateBelow(unit: i32, g: usize, stride: usize, from: i32, size: i32): void {
  const first = from + BLOCK_ROWS + unit * ROWS;
  const to = min(first + ROWS, size);
  for (let j = first; j < size; j += 4) {
    for (let i = first; i < min(to, j + 4); i += 4) {
      const a = at(g, stride, from, i);
      const b = at(g, stride, from, j);
      addTileOfGram(a, b, stride, BLOCK_ROWS, -1, at(g, stride, i, j), stride);
    }
  }
}

/** Solves RᵀRX = B in 8 columns, in place; what is right of R's diagonal is mirrored below it. */
export function solveColumns(
  unit: i32,
  r: usize,
  stride: usize,
  size: i32,
  b: usize,
  strideOfB: usize,
): void {
  const column = b + ((<usize>(unit * RIGHT_COLUMNS)) << 3);
  for (let i = 0; i < size; i++) {
    substitute(r + <usize>i * stride, i, column, 0, i, strideOfB);
  }
  for (let i = size - 1; i >= 0; i--) {
    substitute(r + <usize>i * stride, i, column, i + 1, size, strideOfB);
  }
}

export function unitsOfRight(columns: i32): i32 {
  return (columns + RIGHT_COLUMNS - 1) / RIGHT_COLUMNS;
}

/** b[i] ← (b[i] − Σ r[p]·b[p] for p from `from` to `to`) / r[i]. */
function substitute(r: usize, i: i32, b: usize, from: i32, to: i32, stride: usize): void {
  const target = b + <usize>i * stride;
  let s0 = v128.load(target);
  let s1 = v128.load(target, 16);
  let s2 = v128.load(target, 32);
  let s3 = v128.load(target, 48);
  let row = b + <usize>from * stride;
  let factors = r + ((<usize>from) << 3);
  for (let p = from; p < to; p++) {
    const factor = v128.load64_splat(factors);
    s0 = f64x2.sub(s0, f64x2.mul(factor, v128.load(row)));
    s1 = f64x2.sub(s1, f64x2.mul(factor, v128.load(row, 16)));
    s2 = f64x2.sub(s2, f64x2.mul(factor, v128.load(row, 32)));
    s3 = f64x2.sub(s3, f64x2.mul(factor, v128.load(row, 48)));
    row += stride;
    factors += 8;
  }
  const root = v128.load64_splat(r + ((<usize>i) << 3));
  v128.store(target, f64x2.div(s0, root));
  v128.store(target, f64x2.div(s1, root), 16);
  v128.store(target, f64x2.div(s2, root), 32);
  v128.store(target, f64x2.div(s3, root), 48);
}
