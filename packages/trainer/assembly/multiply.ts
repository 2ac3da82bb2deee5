/*
 * The two products everything else is made of: a tile of TILE rows and 8 columns stays in registers
 * while `count` terms are summed, from zero and in order, and is then added to c. The functions are
 * small on purpose: unrolled or inlined they run at half the speed.
 */

import { addProduct } from "../../tfjs-kernels/assembly/product/add-product";
import { FUSED, SLICE_ROW } from "./constants";

const row1: usize = SLICE_ROW;
const row2: usize = 2 * SLICE_ROW;
const row3: usize = 3 * SLICE_ROW;
const row4: usize = 4 * SLICE_ROW;
const row5: usize = 5 * SLICE_ROW;

/** c[i, j] += Σₖ a[i, k]·b[k, j]; a has rows of SLICE values, b is a panel, `stride` is c's row. */
export function multiplyRows(a: usize, b: usize, c: usize, stride: usize, count: i32): void {
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
  while (b < end) {
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
    if (FUSED) {
      x = v128.load32_splat(a, row4);
      c40 = addProduct(c40, x, b0);
      c41 = addProduct(c41, x, b1);
      x = v128.load32_splat(a, row5);
      c50 = addProduct(c50, x, b0);
      c51 = addProduct(c51, x, b1);
    }
    a += 4;
    b += 32;
  }
  addRow(c, c00, c01);
  addRow(c + stride, c10, c11);
  addRow(c + 2 * stride, c20, c21);
  addRow(c + 3 * stride, c30, c31);
  if (FUSED) {
    addRow(c + 4 * stride, c40, c41);
    addRow(c + 5 * stride, c50, c51);
  }
}

/** c[i, j] += Σₖ a[k, i]·b[k, j]; a has rows of TILE values, `step` bytes apart. */
export function multiplyColumns(
  a: usize,
  step: usize,
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
  while (b < end) {
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
    if (FUSED) {
      x = v128.load32_splat(a, 16);
      c40 = addProduct(c40, x, b0);
      c41 = addProduct(c41, x, b1);
      x = v128.load32_splat(a, 20);
      c50 = addProduct(c50, x, b0);
      c51 = addProduct(c51, x, b1);
    }
    a += step;
    b += 32;
  }
  addRow(c, c00, c01);
  addRow(c + stride, c10, c11);
  addRow(c + 2 * stride, c20, c21);
  addRow(c + 3 * stride, c30, c31);
  if (FUSED) {
    addRow(c + 4 * stride, c40, c41);
    addRow(c + 5 * stride, c50, c51);
  }
}

function addRow(c: usize, left: v128, right: v128): void {
  v128.store(c, f32x4.add(v128.load(c), left));
  v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
}
