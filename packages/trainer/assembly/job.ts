import { SETTINGS } from "./memory";

/*
 * What the dense products work on at present, in memory that all threads read: byte offsets of up to
 * three matrices, the bytes from row to row of each, and the sizes.
 */

const JOB: usize = SETTINGS + 112;

export function setJob(
  a: usize,
  strideOfA: usize,
  b: usize,
  strideOfB: usize,
  c: usize,
  strideOfC: usize,
): void {
  store<usize>(JOB, a);
  store<usize>(JOB, strideOfA, 4);
  store<usize>(JOB, b, 8);
  store<usize>(JOB, strideOfB, 12);
  store<usize>(JOB, c, 16);
  store<usize>(JOB, strideOfC, 20);
}

/** Rows of the result, terms of a sum, columns of the result. */
export function setSizes(rows: i32, count: i32, columns: i32): void {
  store<i32>(JOB, rows, 24);
  store<i32>(JOB, count, 28);
  store<i32>(JOB, columns, 32);
}

/** The block row at which a factorisation is. */
export function setFrom(from: i32): void {
  store<i32>(JOB, from, 36);
}

export function a(): usize {
  return load<usize>(JOB);
}
export function strideOfA(): usize {
  return load<usize>(JOB, 4);
}
export function b(): usize {
  return load<usize>(JOB, 8);
}
export function strideOfB(): usize {
  return load<usize>(JOB, 12);
}
export function c(): usize {
  return load<usize>(JOB, 16);
}
export function strideOfC(): usize {
  return load<usize>(JOB, 20);
}
export function rows(): i32 {
  return load<i32>(JOB, 24);
}
export function count(): i32 {
  return load<i32>(JOB, 28);
}
export function columns(): i32 {
  return load<i32>(JOB, 32);
}
export function from(): i32 {
  return load<i32>(JOB, 36);
}
