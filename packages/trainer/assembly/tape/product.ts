/*
 * Products. Rows of a matrix are whole panels long, filled up with whatever numbers: what a product
 * writes there is never read.
 */

import { FLOAT, PANEL, PANEL_ROW, TILE } from "../../../tfjs-kernels/assembly/product/constants";
import { packPanels, packStrips } from "../../../tfjs-kernels/assembly/product/pack";
import { multiplyAll } from "../../../tfjs-kernels/assembly/product/tile";
import { argument } from "./program";
import { BLOCK, bytesOfStrip, depthOf, edge, PANELS, panels, strips } from "./scratch";

/**
 * Packs b (terms × columns, or with `transposed` its transpose) into panels, pass by pass. Lines are
 * panels. Arguments: target, b, its stride, terms, columns, transposed.
 */
export function packRight(at: usize, from: i32, to: i32): void {
  let target = argument(at, 0);
  let b = argument(at, 1);
  const stride = argument(at, 2);
  const terms = <i32>argument(at, 3);
  const columns = <i32>argument(at, 4);
  const transposed = argument(at, 5) !== 0;
  const across = transposed ? stride : FLOAT;
  const along = transposed ? FLOAT : stride;
  const all = (columns + PANEL - 1) / PANEL;
  const first = from * PANEL;
  const last = min(to * PANEL, transposed ? columns : all * PANEL);
  const depth = depthOf(terms);
  for (let term = 0; term < terms; term += depth) {
    const count = min(depth, terms - term);
    const bytes = <usize>count * PANEL_ROW;
    packPanels(
      b + <usize>first * across,
      across,
      along,
      last - first,
      count,
      target + <usize>from * bytes,
    );
    target += <usize>all * bytes;
    b += <usize>count * along;
  }
}

/**
 * c = a·b, or c += a·b, for b in panels. Lines are rows. Arguments: c, its stride, a, its stride,
 * the panels, their number, terms, whether to add.
 */
export function product(at: usize, from: i32, to: i32): void {
  const c = argument(at, 0);
  const strideOfC = argument(at, 1);
  const a = argument(at, 2);
  const strideOfA = argument(at, 3);
  let right = argument(at, 4);
  const count = <i32>argument(at, 5);
  const terms = <i32>argument(at, 6);
  const adds = argument(at, 7) !== 0;
  const depth = depthOf(terms);
  for (let term = 0; term < terms; term += depth) {
    const taken = min(depth, terms - term);
    const first = term === 0 && !adds;
    for (let row = from; row < to; row += BLOCK) {
      const rows = min(BLOCK, to - row);
      const source = a + <usize>row * strideOfA + <usize>term * FLOAT;
      packStrips(source, strideOfA, FLOAT, rows, taken, strips);
      multiplyBlock(right, c + <usize>row * strideOfC, strideOfC, rows, count, taken, first);
    }
    right += <usize>(taken * count) * PANEL_ROW;
  }
}

/**
 * c = aᵀ·b, or c += aᵀ·b. Lines are strips of TILE rows of c. Arguments: c, its stride, a, its
 * stride, b, its stride, rows of a and b, columns of a, columns of b, whether to add.
 */
export function productOfColumns(at: usize, from: i32, to: i32): void {
  const c = argument(at, 0);
  const strideOfC = argument(at, 1);
  const a = argument(at, 2);
  const strideOfA = argument(at, 3);
  const b = argument(at, 4);
  const strideOfB = argument(at, 5);
  const terms = <i32>argument(at, 6);
  const rowsOfC = min(to * TILE, <i32>argument(at, 7));
  const all = (<i32>argument(at, 8) + PANEL - 1) / PANEL;
  const adds = argument(at, 9) !== 0;
  const depth = depthOf(terms);
  for (let panel = 0; panel < all; panel += PANELS) {
    const count = min(PANELS, all - panel);
    const column = <usize>panel * PANEL_ROW;
    for (let term = 0; term < terms; term += depth) {
      const taken = min(depth, terms - term);
      const below = b + <usize>term * strideOfB + column;
      packPanels(below, FLOAT, strideOfB, count * PANEL, taken, panels);
      const first = term === 0 && !adds;
      for (let row = from * TILE; row < rowsOfC; row += BLOCK) {
        const rows = min(BLOCK, rowsOfC - row);
        const source = a + <usize>term * strideOfA + <usize>row * FLOAT;
        packStrips(source, FLOAT, strideOfA, (rows + TILE - 1) & ~(TILE - 1), taken, strips);
        const out = c + <usize>row * strideOfC + column;
        multiplyBlock(panels, out, strideOfC, rows, count, taken, first);
      }
    }
  }
}

/** Adds the product of the packed strips and panels to `rows` rows of c, or begins c with it. */
function multiplyBlock(
  right: usize,
  c: usize,
  stride: usize,
  rows: i32,
  count: i32,
  terms: i32,
  first: bool,
): void {
  const strip = bytesOfStrip(terms);
  for (let panel = 0; panel < count; panel++) {
    let left = strips;
    let row = 0;
    for (; row + TILE <= rows; row += TILE) {
      multiplyAll(left, right, c + <usize>row * stride, stride, terms, first);
      left += strip;
    }
    if (row < rows) {
      multiplyAll(left, right, edge, PANEL_ROW, terms, true);
      writeEdge(c + <usize>row * stride, stride, rows - row, first);
    }
    right += <usize>terms * PANEL_ROW;
    c += PANEL_ROW;
  }
}

function writeEdge(c: usize, stride: usize, rows: i32, first: bool): void {
  let tile = edge;
  for (let row = 0; row < rows; row++) {
    for (let half: usize = 0; half < PANEL_ROW; half += 16) {
      const sum = v128.load(tile + half);
      v128.store(c + half, first ? sum : f32x4.add(v128.load(c + half), sum));
    }
    tile += PANEL_ROW;
    c += stride;
  }
}
