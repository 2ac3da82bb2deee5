import { argument } from "./program";

const VECTOR: usize = 16;

/**
 * Row by row the sum of the table's rows that it names. Lines are rows. Arguments: c, stride, table,
 * row numbers (u32), how many for each row.
 */
export function select(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const table = argument(at, 2);
  const count = argument(at, 4);
  let c = argument(at, 0) + <usize>from * stride;
  let named = argument(at, 3) + ((<usize>from * count) << 2);
  for (let row = from; row < to; row++) {
    memory.copy(c, table + <usize>load<u32>(named) * stride, stride);
    for (let i: usize = 1; i < count; i++) {
      addRow(c, table + <usize>load<u32>(named + (i << 2)) * stride, stride);
    }
    named += count << 2;
    c += stride;
  }
}

/**
 * Adds each row of g to the table's rows that it names, in order. Lines are vectors of a row.
 * Arguments: table, stride, g, row numbers, how many for each row, rows of g, rows of the table, adds.
 */
export function scatter(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const start = <usize>from * VECTOR;
  const bytes = <usize>(to - from) * VECTOR;
  const table = argument(at, 0) + start;
  const count = argument(at, 4);
  const rows = <i32>argument(at, 5);
  if (argument(at, 7) === 0) {
    const end = table + argument(at, 6) * stride;
    for (let row = table; row < end; row += stride) memory.fill(row, 0, bytes);
  }
  let g = argument(at, 2) + start;
  let named = argument(at, 3);
  for (let row = 0; row < rows; row++) {
    for (let i: usize = 0; i < count; i++) {
      addRow(table + <usize>load<u32>(named + (i << 2)) * stride, g, bytes);
    }
    named += count << 2;
    g += stride;
  }
}

function addRow(to: usize, from: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += VECTOR) {
    v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
  }
}
