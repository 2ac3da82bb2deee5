import { argument, number } from "./program";
import { panels } from "./scratch";

/** Rows whose sums are taken from zero, and then added up. */
const CHUNK: i32 = 128;
/** Pairs of vectors whose sums are kept at a time: few enough for scratch. */
const LINES: i32 = 1024;

/**
 * c = factor·Σ a over the columns of each row, or of a·b if b is not 0. Lines are rows. Arguments: c,
 * its stride, a, b, their stride, columns, factor, adds.
 */
export function sumOfColumns(at: usize, from: i32, to: i32): void {
  const strideOfC = argument(at, 1);
  const stride = argument(at, 4);
  const columns = argument(at, 5);
  const adds = argument(at, 7) !== 0;
  const isProduct = argument(at, 3) !== 0;
  let c = argument(at, 0) + <usize>from * strideOfC;
  let a = argument(at, 2) + <usize>from * stride;
  let b = isProduct ? argument(at, 3) + <usize>from * stride : 0;
  const wide = (columns & ~3) << 2;
  for (let row = from; row < to; row++) {
    let sums = f32x4.splat(0);
    for (let i: usize = 0; i < wide; i += 16) {
      const x = v128.load(a + i);
      sums = f32x4.add(sums, isProduct ? f32x4.mul(x, v128.load(b + i)) : x);
    }
    let sum =
      f32x4.extract_lane(sums, 0) +
      f32x4.extract_lane(sums, 1) +
      (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
    for (let i = wide; i < columns << 2; i += 4) {
      const x = load<f32>(a + i);
      sum += isProduct ? x * load<f32>(b + i) : x;
    }
    sum *= number(at, 6);
    store<f32>(c, adds ? load<f32>(c) + sum : sum);
    c += strideOfC;
    a += stride;
    b += stride;
  }
}

/**
 * c = factor·Σ a over the rows, or of a·b if b is not 0. Lines are pairs of vectors of a row.
 * Arguments: c, a, b, their stride, rows, factor, adds.
 */
export function sumOfRows(at: usize, from: i32, to: i32): void {
  for (let line = from; line < to; line += LINES) {
    sumOfSomeColumns(at, (<usize>line) << 5, (<usize>min(LINES, to - line)) << 5);
  }
}

function sumOfSomeColumns(at: usize, column: usize, bytes: usize): void {
  const rows = <i32>argument(at, 4);
  const total = panels;
  const chunk = panels + bytes;
  memory.fill(total, 0, bytes);
  for (let row = 0; row < rows; row += CHUNK) {
    memory.fill(chunk, 0, bytes);
    addRows(at, column, bytes, row, min(CHUNK, rows - row), chunk);
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(total + i, f32x4.add(v128.load(total + i), v128.load(chunk + i)));
    }
  }
  const factor = f32x4.splat(number(at, 5));
  const adds = argument(at, 6) !== 0;
  const c = argument(at, 0) + column;
  for (let i: usize = 0; i < bytes; i += 16) {
    const sum = f32x4.mul(factor, v128.load(total + i));
    v128.store(c + i, adds ? f32x4.add(v128.load(c + i), sum) : sum);
  }
}

function addRows(at: usize, column: usize, bytes: usize, first: i32, rows: i32, to: usize): void {
  const stride = argument(at, 3);
  const isProduct = argument(at, 2) !== 0;
  const start = column + <usize>first * stride;
  let a = argument(at, 1) + start;
  let b = isProduct ? argument(at, 2) + start : 0;
  for (let row = 0; row < rows; row++) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const x = v128.load(a + i);
      const value = isProduct ? f32x4.mul(x, v128.load(b + i)) : x;
      v128.store(to + i, f32x4.add(v128.load(to + i), value));
    }
    a += stride;
    b += stride;
  }
}
