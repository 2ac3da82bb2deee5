/*
 * TILE × PANEL numbers of a product stay in registers while terms are summed, from zero and in
 * order; then they are added to c, or written there if they are the first. Unrolled or inlined these
 * functions run at half the speed.
 */

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
    c00 = f32x4.add(c00, f32x4.mul(x, b0));
    c01 = f32x4.add(c01, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 4);
    c10 = f32x4.add(c10, f32x4.mul(x, b0));
    c11 = f32x4.add(c11, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 8);
    c20 = f32x4.add(c20, f32x4.mul(x, b0));
    c21 = f32x4.add(c21, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 12);
    c30 = f32x4.add(c30, f32x4.mul(x, b0));
    c31 = f32x4.add(c31, f32x4.mul(x, b1));
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
    c00 = f32x4.add(c00, f32x4.mul(x, b0));
    c01 = f32x4.add(c01, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 4);
    c10 = f32x4.add(c10, f32x4.mul(x, b0));
    c11 = f32x4.add(c11, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 8);
    c20 = f32x4.add(c20, f32x4.mul(x, b0));
    c21 = f32x4.add(c21, f32x4.mul(x, b1));
    x = v128.load32_splat(strip, 12);
    c30 = f32x4.add(c30, f32x4.mul(x, b0));
    c31 = f32x4.add(c31, f32x4.mul(x, b1));
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
