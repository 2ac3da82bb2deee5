/*
 * The products everything else is made of: a tile of some rows and 8 columns stays in registers while
 * `count` terms, one at least, are summed, from zero and in order, and is then added to c. How many
 * rows a tile has changes no bit of a sum. One function a shape, and not unrolled: else it runs at half
 * the speed.
 */

import { addProduct } from "../../tfjs-kernels/assembly/product/add-product";
import { FUSED, SHORT_TILE, SLICE_ROW, TILE } from "./constants";

const row1: usize = SLICE_ROW;
const row2: usize = 2 * SLICE_ROW;
const row3: usize = 3 * SLICE_ROW;
const row4: usize = 4 * SLICE_ROW;
const row5: usize = 5 * SLICE_ROW;

/** The height of a tile as a type, of which the compiler makes a loop each that need not ask for it. */
type Tall = i64;
type Short = i32;

function isTall<Height>(): bool {
  return sizeof<Height>() === sizeof<Tall>();
}

/** c[i, j] += Σₖ a[i, k]·b[k, j]; a has rows of SLICE values, b is a panel, `stride` is c's row. */
export function multiplyRows(
  a: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
  rows: i32,
): void {
  const tall = tallRows(rows);
  let row = 0;
  for (; row < tall; row += TILE) {
    addTallTileOfRows(a, b, c, stride, count);
    a += <usize>TILE * SLICE_ROW;
    c += <usize>TILE * stride;
  }
  if (FUSED) return;
  for (; row < rows; row += SHORT_TILE) {
    addShortTileOfRows(a, b, c, stride, count);
    a += <usize>SHORT_TILE * SLICE_ROW;
    c += <usize>SHORT_TILE * stride;
  }
}

/** c[i, j] += Σₖ a[k, i]·b[k, j]; a has rows of SLICE values, b is a panel, `stride` is c's row. */
export function multiplyColumns(
  a: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
  rows: i32,
): void {
  const tall = tallRows(rows);
  let row = 0;
  for (; row < tall; row += TILE) {
    addTallTileOfColumns(a, SLICE_ROW, b, c, stride, count);
    a += <usize>TILE * 4;
    c += <usize>TILE * stride;
  }
  if (FUSED) return;
  for (; row < rows; row += SHORT_TILE) {
    addShortTileOfColumns(a, SLICE_ROW, b, c, stride, count);
    a += <usize>SHORT_TILE * 4;
    c += <usize>SHORT_TILE * stride;
  }
}

/**
 * c[i, j] += Σₖ a[i, k]·b[k, j]; a lies tile after tile, a tile's rows side by side, `bytesOfRow` for
 * each row.
 */
export function multiplyTiles(
  a: usize,
  bytesOfRow: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
  rows: i32,
): void {
  const tall = tallRows(rows);
  let row = 0;
  for (; row < tall; row += TILE) {
    addTallTileOfColumns(a, TILE * 4, b, c, stride, count);
    a += <usize>TILE * bytesOfRow;
    c += <usize>TILE * stride;
  }
  if (FUSED) return;
  for (; row < rows; row += SHORT_TILE) {
    addShortTileOfColumns(a, SHORT_TILE * 4, b, c, stride, count);
    a += <usize>SHORT_TILE * bytesOfRow;
    c += <usize>SHORT_TILE * stride;
  }
}

/** Of so many rows those that are in tall tiles: as many as leave the fewest rows too many. */
export function tallRows(rows: i32): i32 {
  const tiles = (rows + TILE - 1) / TILE;
  return FUSED ? tiles * TILE : max(0, TILE * (rows - SHORT_TILE * tiles));
}

/** Rows that products of so many rows reach: whole tiles. */
export function wholeTiles(rows: i32): i32 {
  const tall = tallRows(rows);
  return max(tall, tall + ((rows - tall + SHORT_TILE - 1) / SHORT_TILE) * SHORT_TILE);
}

export function addTallTileOfRows(a: usize, b: usize, c: usize, stride: usize, count: i32): void {
  addTileOfRows<Tall>(a, b, c, stride, count);
}

export function addShortTileOfRows(a: usize, b: usize, c: usize, stride: usize, count: i32): void {
  addTileOfRows<Short>(a, b, c, stride, count);
}

export function addTallTileOfColumns(
  a: usize,
  along: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
): void {
  addTileOfColumns<Tall>(a, along, b, c, stride, count);
}

export function addShortTileOfColumns(
  a: usize,
  along: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
): void {
  addTileOfColumns<Short>(a, along, b, c, stride, count);
}

/** One tile of `multiplyRows`. */
function addTileOfRows<Height>(a: usize, b: usize, c: usize, stride: usize, count: i32): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  let c50 = c00;
  let c51 = c00;
  const end = b + ((<usize>count) << 5);
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = addProduct(c00, x, b0);
    c01 = addProduct(c01, x, b1);
    x = v128.load32_splat(a, row1);
    c10 = addProduct(c10, x, b0);
    c11 = addProduct(c11, x, b1);
    x = v128.load32_splat(a, row2);
    c20 = addProduct(c20, x, b0);
    c21 = addProduct(c21, x, b1);
    x = v128.load32_splat(a, row3);
    c30 = addProduct(c30, x, b0);
    c31 = addProduct(c31, x, b1);
    if (isTall<Height>()) {
      x = v128.load32_splat(a, row4);
      c40 = addProduct(c40, x, b0);
      c41 = addProduct(c41, x, b1);
    }
    if (FUSED && isTall<Height>()) {
      x = v128.load32_splat(a, row5);
      c50 = addProduct(c50, x, b0);
      c51 = addProduct(c51, x, b1);
    }
    a += 4;
    b += 32;
  } while (b < end);
  addRow(c, c00, c01);
  addRow(c + stride, c10, c11);
  addRow(c + 2 * stride, c20, c21);
  addRow(c + 3 * stride, c30, c31);
  if (isTall<Height>()) addRow(c + 4 * stride, c40, c41);
  if (FUSED && isTall<Height>()) addRow(c + 5 * stride, c50, c51);
}

/** One tile of `multiplyColumns` and `multiplyTiles`. */
function addTileOfColumns<Height>(
  a: usize,
  along: usize,
  b: usize,
  c: usize,
  stride: usize,
  count: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  let c50 = c00;
  let c51 = c00;
  const end = b + ((<usize>count) << 5);
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = addProduct(c00, x, b0);
    c01 = addProduct(c01, x, b1);
    x = v128.load32_splat(a, 4);
    c10 = addProduct(c10, x, b0);
    c11 = addProduct(c11, x, b1);
    x = v128.load32_splat(a, 8);
    c20 = addProduct(c20, x, b0);
    c21 = addProduct(c21, x, b1);
    x = v128.load32_splat(a, 12);
    c30 = addProduct(c30, x, b0);
    c31 = addProduct(c31, x, b1);
    if (isTall<Height>()) {
      x = v128.load32_splat(a, 16);
      c40 = addProduct(c40, x, b0);
      c41 = addProduct(c41, x, b1);
    }
    if (FUSED && isTall<Height>()) {
      x = v128.load32_splat(a, 20);
      c50 = addProduct(c50, x, b0);
      c51 = addProduct(c51, x, b1);
    }
    a += along;
    b += 32;
  } while (b < end);
  addRow(c, c00, c01);
  addRow(c + stride, c10, c11);
  addRow(c + 2 * stride, c20, c21);
  addRow(c + 3 * stride, c30, c31);
  if (isTall<Height>()) addRow(c + 4 * stride, c40, c41);
  if (FUSED && isTall<Height>()) addRow(c + 5 * stride, c50, c51);
}

function addRow(c: usize, left: v128, right: v128): void {
  v128.store(c, f32x4.add(v128.load(c), left));
  v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
}
