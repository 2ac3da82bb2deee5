/*
 * Products of dense float64 matrices, kept row by row, `stride` bytes from one row to the next, and
 * filled up with zeros to whole tiles of 4 × 4. A tile's sum is taken from zero and in order.
 */

/** c[i, j] += sign · Σₖ a[k, i]·b[k, j] on one tile; rows of a and b are `stride` bytes apart. */
export function addTileOfGram(
  a: usize,
  b: usize,
  stride: usize,
  count: i32,
  sign: f64,
  c: usize,
  strideOfC: usize,
): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (; count > 0; count--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    c00 = f64x2.add(c00, f64x2.mul(x, b0));
    c01 = f64x2.add(c01, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 8);
    c10 = f64x2.add(c10, f64x2.mul(x, b0));
    c11 = f64x2.add(c11, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 16);
    c20 = f64x2.add(c20, f64x2.mul(x, b0));
    c21 = f64x2.add(c21, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 24);
    c30 = f64x2.add(c30, f64x2.mul(x, b0));
    c31 = f64x2.add(c31, f64x2.mul(x, b1));
    a += stride;
    b += stride;
  }
  addRow(c, c00, c01, sign);
  addRow(c + strideOfC, c10, c11, sign);
  addRow(c + 2 * strideOfC, c20, c21, sign);
  addRow(c + 3 * strideOfC, c30, c31, sign);
}

/** c[i, j] += Σₖ a[i, k]·b[k, j] on one tile. */
function addTileOfProduct(
  a: usize,
  strideOfA: usize,
  b: usize,
  strideOfB: usize,
  count: i32,
  c: usize,
  strideOfC: usize,
): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let a1 = a + strideOfA;
  let a2 = a1 + strideOfA;
  let a3 = a2 + strideOfA;
  for (; count > 0; count--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    c00 = f64x2.add(c00, f64x2.mul(x, b0));
    c01 = f64x2.add(c01, f64x2.mul(x, b1));
    x = v128.load64_splat(a1);
    c10 = f64x2.add(c10, f64x2.mul(x, b0));
    c11 = f64x2.add(c11, f64x2.mul(x, b1));
    x = v128.load64_splat(a2);
    c20 = f64x2.add(c20, f64x2.mul(x, b0));
    c21 = f64x2.add(c21, f64x2.mul(x, b1));
    x = v128.load64_splat(a3);
    c30 = f64x2.add(c30, f64x2.mul(x, b0));
    c31 = f64x2.add(c31, f64x2.mul(x, b1));
    a += 8;
    a1 += 8;
    a2 += 8;
    a3 += 8;
    b += strideOfB;
  }
  addRow(c, c00, c01, 1);
  addRow(c + strideOfC, c10, c11, 1);
  addRow(c + 2 * strideOfC, c20, c21, 1);
  addRow(c + 3 * strideOfC, c30, c31, 1);
}

function addRow(c: usize, left: v128, right: v128, sign: f64): void {
  const factor = f64x2.splat(sign);
  v128.store(c, f64x2.add(v128.load(c), f64x2.mul(factor, left)));
  v128.store(c, f64x2.add(v128.load(c, 16), f64x2.mul(factor, right)), 16);
}

/** Rows of a result that are one unit of work. */
export const ROWS: i32 = 16;
/** Terms that are summed while the rows they come from are in the cache. */
const CHUNK: i32 = 256;

export function unitsOfRows(rows: i32): i32 {
  return (rows + ROWS - 1) / ROWS;
}

/**
 * Rows ROWS·unit … of G = ZᵀZ, from the diagonal on to the right. Z has `count` rows of `size`
 * numbers.
 */
export function gramRows(
  unit: i32,
  z: usize,
  stride: usize,
  count: i32,
  size: i32,
  g: usize,
  strideOfG: usize,
): void {
  const from = unit * ROWS;
  const to = min(from + ROWS, size);
  for (let i = from; i < to; i++) {
    memory.fill(g + <usize>i * strideOfG + ((<usize>from) << 3), 0, (<usize>(size - from)) << 3);
  }
  for (let first = 0; first < count; first += CHUNK) {
    const terms = min(CHUNK, count - first);
    const rows = z + <usize>first * stride;
    for (let j = from; j < size; j += 4) {
      for (let i = from; i < min(to, j + 4); i += 4) {
        const c = g + <usize>i * strideOfG + ((<usize>j) << 3);
        const a = rows + ((<usize>i) << 3);
        addTileOfGram(a, rows + ((<usize>j) << 3), stride, terms, 1, c, strideOfG);
      }
    }
  }
}

/** Copies what is right of the diagonal to below it, for the rows of one unit. */
export function mirrorRows(unit: i32, size: i32, g: usize, stride: usize): void {
  const from = unit * ROWS;
  for (let i = from; i < min(from + ROWS, size); i++) {
    let source = g + ((<usize>i) << 3);
    const target = g + <usize>i * stride;
    for (let j = 0; j < i; j++) {
      store<f64>(target + ((<usize>j) << 3), load<f64>(source));
      source += stride;
    }
  }
}

/** Rows ROWS·unit … of C = A·B; A has `rows` rows of `count` numbers, B `count` rows of `columns`. */
export function productRows(
  unit: i32,
  a: usize,
  strideOfA: usize,
  b: usize,
  strideOfB: usize,
  c: usize,
  strideOfC: usize,
  rows: i32,
  count: i32,
  columns: i32,
): void {
  const from = unit * ROWS;
  const to = min(from + ROWS, rows);
  for (let i = from; i < to; i++) memory.fill(c + <usize>i * strideOfC, 0, (<usize>columns) << 3);
  for (let first = 0; first < count; first += CHUNK) {
    const terms = min(CHUNK, count - first);
    const source = b + <usize>first * strideOfB;
    for (let j = 0; j < columns; j += 4) {
      for (let i = from; i < to; i += 4) {
        addTileOfProduct(
          a + <usize>i * strideOfA + ((<usize>first) << 3),
          strideOfA,
          source + ((<usize>j) << 3),
          strideOfB,
          terms,
          c + <usize>i * strideOfC + ((<usize>j) << 3),
          strideOfC,
        );
      }
    }
  }
}
