import { multiplyFew } from "./few";
import { FLOAT, PANEL, PANEL_ROW, STRIP_ROW, TILE } from "./product/constants";
import { packPanels, packStrips } from "./product/pack";
import { multiplyAll, multiplyKept } from "./product/tile";
import { allFinite, keepNonZero, looksSparse } from "./sparse";

/** Terms of the sums that one pass takes, rows of the left and columns of the right operand. */
const DEPTH: i32 = 192;
const ROWS: i32 = 48;
const COLUMNS: i32 = 2048;

/** With no more rows than this, the right operand is not packed. */
const FEW: i32 = 2;

/** What is packed, and beside it what is known of each strip, one after another in scratch. */
const leftBytes: usize = <usize>(DEPTH * ROWS) * FLOAT;
const rightBytes: usize = <usize>(DEPTH * COLUMNS) * FLOAT;
const places = leftBytes + rightBytes;
const counts = places + ((<usize>(DEPTH * (ROWS / TILE))) << 2);
const edge = counts + ((<usize>(ROWS / TILE)) << 2);
const edgeBytes: usize = <usize>TILE * PANEL_ROW;
export const scratchBytes: usize = edge + edgeBytes;

/** The count of a strip of which every term is used. */
const ALL: i32 = -1;

const UNKNOWN: i32 = -1;

/**
 * c (m × n) = a·b, all row-major; `transposeA`: a is k × m; `transposeB`: b is n × k. Sums begin at
 * the row `bias`, or at 0 if there is none (0). The order of each sum depends on k alone.
 */
export function matMul(
  a: usize,
  transposeA: bool,
  b: usize,
  transposeB: bool,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
  bias: usize,
  scratch: usize,
): void {
  const aAcross = transposeA ? FLOAT : <usize>k * FLOAT;
  const aAlong = transposeA ? <usize>m * FLOAT : FLOAT;
  const bAcross = transposeB ? <usize>k * FLOAT : FLOAT;
  const bAlong = transposeB ? FLOAT : <usize>n * FLOAT;
  const stride = <usize>n * FLOAT;
  if (bias !== 0) copyToRows(bias, stride, c, m);
  const passes = max(1, (k + DEPTH - 1) / DEPTH);
  const depth = (k + passes - 1) / passes;
  for (let pass = 0; pass < passes; pass++) {
    const from = <usize>(pass * depth);
    const terms = min(depth, k - pass * depth);
    const left = a + from * aAlong;
    const right = b + from * bAlong;
    const first = pass === 0 && bias === 0;
    if (m <= FEW && !transposeB) {
      multiplyFew(left, aAcross, aAlong, right, c, m, n, terms, first, scratch);
      continue;
    }
    for (let column = 0; column < n; column += COLUMNS) {
      const columns = min(COLUMNS, n - column);
      const panels = scratch + leftBytes;
      packPanels(right + <usize>column * bAcross, bAcross, bAlong, columns, terms, panels);
      rightIsFinite = UNKNOWN;
      for (let row = 0; row < m; row += ROWS) {
        const rows = min(ROWS, m - row);
        packStrips(left + <usize>row * aAcross, aAcross, aAlong, rows, terms, scratch);
        thin(scratch, rows, columns, terms);
        const out = c + <usize>row * stride + <usize>column * FLOAT;
        multiplyBlock(scratch, out, stride, rows, columns, terms, first);
      }
    }
  }
}

function copyToRows(from: usize, bytes: usize, c: usize, rows: i32): void {
  for (let row = 0; row < rows; row++) {
    memory.copy(c, from, bytes);
    c += bytes;
  }
}

let rightIsFinite: i32 = UNKNOWN;

/** Takes the zeros out of strips that are mostly zeros, where that changes no result. */
function thin(scratch: usize, rows: i32, columns: i32, terms: i32): void {
  for (let strip = 0; strip * TILE < rows; strip++) {
    const at = scratch + <usize>(strip * terms) * STRIP_ROW;
    let count = ALL;
    if (looksSparse(at, terms)) {
      if (rightIsFinite === UNKNOWN) {
        const panels = (columns + PANEL - 1) / PANEL;
        rightIsFinite = allFinite(scratch + leftBytes, <usize>(panels * terms) * PANEL_ROW) ? 1 : 0;
      }
      if (rightIsFinite === 1)
        count = keepNonZero(at, terms, scratch + places + ((<usize>(strip * DEPTH)) << 2));
    }
    store<i32>(scratch + counts + ((<usize>strip) << 2), count);
  }
}

/** Adds the product of the packed strips and panels to c, or begins c with it. */
function multiplyBlock(
  scratch: usize,
  c: usize,
  stride: usize,
  rows: i32,
  columns: i32,
  terms: i32,
  first: bool,
): void {
  let panel = scratch + leftBytes;
  for (let column = 0; column < columns; column += PANEL) {
    for (let row = 0; row < rows; row += TILE) {
      const out = c + <usize>row * stride + <usize>column * FLOAT;
      if (row + TILE <= rows && column + PANEL <= columns) {
        multiplyTile(scratch, row / TILE, panel, out, stride, terms, first);
      } else {
        multiplyTile(scratch, row / TILE, panel, scratch + edge, PANEL_ROW, terms, true);
        const high = min(TILE, rows - row);
        const wide = min(PANEL, columns - column);
        writeEdge(scratch + edge, high, wide, out, stride, first);
      }
    }
    panel += <usize>terms * PANEL_ROW;
  }
}

function multiplyTile(
  scratch: usize,
  strip: i32,
  panel: usize,
  c: usize,
  stride: usize,
  terms: i32,
  first: bool,
): void {
  const left = scratch + <usize>(strip * terms) * STRIP_ROW;
  const count = load<i32>(scratch + counts + ((<usize>strip) << 2));
  const kept = scratch + places + ((<usize>(strip * DEPTH)) << 2);
  if (count === ALL) multiplyAll(left, panel, c, stride, terms, first);
  else multiplyKept(left, kept, panel, c, stride, count, first);
}

function writeEdge(
  tile: usize,
  rows: i32,
  columns: i32,
  c: usize,
  stride: usize,
  first: bool,
): void {
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0; at < <usize>columns * FLOAT; at += FLOAT) {
      const value = load<f32>(tile + at);
      store<f32>(c + at, first ? value : load<f32>(c + at) + value);
    }
    c += stride;
    tile += PANEL_ROW;
  }
}
