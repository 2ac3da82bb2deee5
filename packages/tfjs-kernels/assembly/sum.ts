/*
 * Sums in float64, each in a fixed order, rounded to float32 once. TensorFlow.js's own add in float32,
 * where a million like numbers lose the third digit.
 */

import { FLOAT } from "./product/constants";

/** Columns whose sums are kept at a time; far less than matMul's scratch. */
const CHUNK: i32 = 512;

/** out[o, i] = Σᵣ x[o, r, i] / divisor, x being outer × terms × inner. */
export function reduce(
  x: usize,
  out: usize,
  outer: i32,
  terms: i32,
  inner: i32,
  divisor: f64,
  scratch: usize,
): void {
  for (let o = 0; o < outer; o++) {
    if (inner === 1) {
      store<f32>(out, <f32>(sumOf(x, terms) / divisor));
    } else {
      for (let i = 0; i < inner; i += CHUNK) {
        const at = <usize>i * FLOAT;
        sumColumns(x + at, inner, min(CHUNK, inner - i), terms, divisor, out + at, scratch);
      }
    }
    x += <usize>terms * <usize>inner * FLOAT;
    out += <usize>inner * FLOAT;
  }
}

function high(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f64>(x, x, 1, 1));
}

/** Eight sums side by side, then the sum of these. */
function sumOf(x: usize, terms: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  const wide = x + <usize>(terms & ~7) * FLOAT;
  const end = x + <usize>terms * FLOAT;
  for (; x < wide; x += 32) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(a));
    s1 = f64x2.add(s1, high(a));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(b));
    s3 = f64x2.add(s3, high(b));
  }
  const s = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
  let sum = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  for (; x < end; x += FLOAT) sum += <f64>load<f32>(x);
  return sum;
}

function sumColumns(
  x: usize,
  inner: i32,
  columns: i32,
  terms: i32,
  divisor: f64,
  out: usize,
  scratch: usize,
): void {
  memory.fill(scratch, 0, (<usize>columns) << 3);
  for (let term = 0; term < terms; term++) {
    addColumns(x, columns, scratch);
    x += <usize>inner * FLOAT;
  }
  for (let i = 0; i < columns; i++) {
    store<f32>(out, <f32>(load<f64>(scratch) / divisor));
    out += FLOAT;
    scratch += 8;
  }
}

function addColumns(x: usize, columns: i32, sums: usize): void {
  const wide = x + <usize>(columns & ~3) * FLOAT;
  const end = x + <usize>columns * FLOAT;
  for (; x < wide; x += 16) {
    const a = v128.load(x);
    v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(a)));
    v128.store(sums, f64x2.add(v128.load(sums, 16), high(a)), 16);
    sums += 32;
  }
  for (; x < end; x += FLOAT) {
    store<f64>(sums, load<f64>(sums) + <f64>load<f32>(x));
    sums += 8;
  }
}
