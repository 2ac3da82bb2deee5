/*
 * A product with few rows reads each number of the right operand few times, so that packing it does
 * not pay: its rows are added up where they lie. The sums are those of the tiles, to the bit.
 */

import { FLOAT } from "./product/constants";

/** Columns whose sums are kept at a time; far less than matMul's scratch. */
const CHUNK: i32 = 1024;

/** c (m × n) += a·b over `terms` terms; with `first`, = instead of +=. Rows of b are contiguous. */
export function multiplyFew(
  a: usize,
  aAcross: usize,
  aAlong: usize,
  b: usize,
  c: usize,
  m: i32,
  n: i32,
  terms: i32,
  first: bool,
  scratch: usize,
): void {
  const stride = <usize>n * FLOAT;
  for (let column = 0; column < n; column += CHUNK) {
    const bytes = <usize>min(CHUNK, n - column) * FLOAT;
    const at = <usize>column * FLOAT;
    for (let row = 0; row < m; row++) {
      memory.fill(scratch, 0, bytes);
      let x = a + <usize>row * aAcross;
      let from = b + at;
      for (let term = 0; term < terms; term++) {
        addScaled(load<f32>(x), from, scratch, bytes);
        x += aAlong;
        from += stride;
      }
      const out = c + <usize>row * stride + at;
      if (first) memory.copy(out, scratch, bytes);
      else addScaled(1, scratch, out, bytes);
    }
  }
}

/** to[i] += factor·from[i] */
function addScaled(factor: f32, from: usize, to: usize, bytes: usize): void {
  const x = f32x4.splat(factor);
  const end = to + bytes;
  const wide = to + (bytes & ~15);
  for (; to < wide; to += 16) {
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(x, v128.load(from))));
    from += 16;
  }
  for (; to < end; to += FLOAT) {
    store<f32>(to, load<f32>(to) + factor * load<f32>(from));
    from += FLOAT;
  }
}
