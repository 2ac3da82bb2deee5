/*
 * TILE × PANEL numbers of a product stay in registers while terms are summed, from zero and in
 * order; then they are added to c, or written there if they are the first. Unrolled or inlined these
 * functions run at half the speed.
 */

import { addProduct } from "./add-product";
import { STRIP_ROW } from "./constants";

/** c[i, j] += Σₖ strip[k, i]·panel[k, j]; with `first`, = instead of +=. */
export function multiplyAll(
  strip: usize,
  panel: usize,
  c: usize,
  stride: usize,
  terms: i32,
  first: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = strip + <usize>terms * STRIP_ROW;
  while (strip < end) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    let x = v128.load32_splat(strip);
    c00 = addProduct(c00, x, b0);
    c01 = addProduct(c01, x, b1);
    x = v128.load32_splat(strip, 4);
    c10 = addProduct(c10, x, b0);
    c11 = addProduct(c11, x, b1);
    x = v128.load32_splat(strip, 8);
    c20 = addProduct(c20, x, b0);
    c21 = addProduct(c21, x, b1);
    x = v128.load32_splat(strip, 12);
    c30 = addProduct(c30, x, b0);
    c31 = addProduct(c31, x, b1);
    strip += 16;
    panel += 32;
  }
  writeRow(c, c00, c01, first);
  writeRow(c + stride, c10, c11, first);
  writeRow(c + 2 * stride, c20, c21, first);
  writeRow(c + 3 * stride, c30, c31, first);
}

/** c[i, j] += Σₖ strip[k, i]·panel[rowₖ, j]; `rows` are byte offsets, u32. */
export function multiplyKept(
  strip: usize,
  rows: usize,
  panel: usize,
  c: usize,
  stride: usize,
  terms: i32,
  first: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = strip + <usize>terms * STRIP_ROW;
  while (strip < end) {
    const row = panel + <usize>load<u32>(rows);
    const b0 = v128.load(row);
    const b1 = v128.load(row, 16);
    let x = v128.load32_splat(strip);
    c00 = addProduct(c00, x, b0);
    c01 = addProduct(c01, x, b1);
    x = v128.load32_splat(strip, 4);
    c10 = addProduct(c10, x, b0);
    c11 = addProduct(c11, x, b1);
    x = v128.load32_splat(strip, 8);
    c20 = addProduct(c20, x, b0);
    c21 = addProduct(c21, x, b1);
    x = v128.load32_splat(strip, 12);
    c30 = addProduct(c30, x, b0);
    c31 = addProduct(c31, x, b1);
    strip += 16;
    rows += 4;
  }
  writeRow(c, c00, c01, first);
  writeRow(c + stride, c10, c11, first);
  writeRow(c + 2 * stride, c20, c21, first);
  writeRow(c + 3 * stride, c30, c31, first);
}

function writeRow(c: usize, left: v128, right: v128, first: bool): void {
  if (!first) {
    left = f32x4.add(v128.load(c), left);
    right = f32x4.add(v128.load(c, 16), right);
  }
  v128.store(c, left);
  v128.store(c, right, 16);
}
