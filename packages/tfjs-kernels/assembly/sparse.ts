/*
 * One-hot rows are mostly zeros, and a term whose four left numbers are all 0 adds ±0 to sums that
 * begin at +0: leaving it out changes no bit, as long as the right numbers are finite.
 */

import { PANEL_ROW, STRIP_ROW } from "./product/constants";

/** Of this many terms, spread over a strip, half must be zero for the strip to count as sparse. */
const SAMPLES: i32 = 16;

/** Whether it is worth the while to look for the terms of a strip that are not zero. */
export function looksSparse(strip: usize, terms: i32): bool {
  if (terms < SAMPLES) return false;
  const step = <usize>(terms / SAMPLES) * STRIP_ROW;
  let zeros = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    if (!v128.any_true(f32x4.ne(v128.load(strip), f32x4.splat(0)))) zeros++;
    strip += step;
  }
  return zeros >= SAMPLES / 2;
}

/**
 * Moves the terms of a strip that are not zero to its start, writes where each one's row of a panel
 * is, and returns how many there are.
 */
export function keepNonZero(strip: usize, terms: i32, places: usize): i32 {
  let kept = 0;
  for (let term = 0; term < terms; term++) {
    const values = v128.load(strip + <usize>term * STRIP_ROW);
    if (v128.any_true(f32x4.ne(values, f32x4.splat(0)))) {
      v128.store(strip + <usize>kept * STRIP_ROW, values);
      store<u32>(places + ((<usize>kept) << 2), term * <i32>PANEL_ROW);
      kept++;
    }
  }
  return kept;
}

/** Whether there is neither an infinity nor a NaN among these numbers, 32 bytes at a time. */
export function allFinite(from: usize, bytes: usize): bool {
  const end = from + bytes;
  const zero = f32x4.splat(0);
  let sum = zero;
  for (; from < end; from += 32) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(from), zero));
    sum = f32x4.add(sum, f32x4.mul(v128.load(from, 16), zero));
  }
  return i32x4.all_true(f32x4.eq(sum, zero));
}
