/*
 * Operands are copied before they are multiplied: the left one into strips of TILE rows, the right
 * one into panels of PANEL columns; what is summed over runs along them. An operand is given by two
 * strides, one of which is a float's bytes: `across` leads from one row (column) of a strip (panel)
 * to the next, `along` from one term of the sums to the next.
 */

import { FLOAT, PANEL, PANEL_ROW, STRIP_ROW, TILE } from "./constants";

/** Writes strips one after another; a last one that is not full repeats its last row. */
export function packStrips(
  from: usize,
  across: usize,
  along: usize,
  rows: i32,
  terms: i32,
  to: usize,
): void {
  const strip = <usize>terms * STRIP_ROW;
  let row = 0;
  if (across === FLOAT) {
    row = rows & ~(TILE - 1);
    copyToStrips(from, along, row, terms, to, strip);
  }
  for (; row < rows; row += TILE) {
    const target = to + <usize>(row / TILE) * strip;
    packLanes(from + <usize>row * across, across, along, rows - row, terms, target, STRIP_ROW);
  }
}

/** Writes panels one after another; a last one that is not full repeats its last column. */
export function packPanels(
  from: usize,
  across: usize,
  along: usize,
  columns: i32,
  terms: i32,
  to: usize,
): void {
  const panel = <usize>terms * PANEL_ROW;
  let column = 0;
  if (across === FLOAT) {
    column = columns & ~(PANEL - 1);
    copyToPanels(from, along, column, terms, to, panel);
  }
  for (; column < columns; column += PANEL) {
    const target = to + <usize>(column / PANEL) * panel;
    for (let half = 0; half < 2; half++) {
      const first = min(column + 4 * half, columns - 1);
      const source = from + <usize>first * across;
      packLanes(source, across, along, columns - first, terms, target + 16 * half, PANEL_ROW);
    }
  }
}

function copyToStrips(
  from: usize,
  along: usize,
  rows: i32,
  terms: i32,
  to: usize,
  strip: usize,
): void {
  const bytes = <usize>rows * FLOAT;
  for (let term = 0; term < terms; term++) {
    let target = to;
    for (let at = from; at < from + bytes; at += 16) {
      v128.store(target, v128.load(at));
      target += strip;
    }
    from += along;
    to += STRIP_ROW;
  }
}

function copyToPanels(
  from: usize,
  along: usize,
  columns: i32,
  terms: i32,
  to: usize,
  panel: usize,
): void {
  const bytes = <usize>columns * FLOAT;
  for (let term = 0; term < terms; term++) {
    let target = to;
    for (let at = from; at < from + bytes; at += 32) {
      v128.store(target, v128.load(at));
      v128.store(target, v128.load(at, 16), 16);
      target += panel;
    }
    from += along;
    to += PANEL_ROW;
  }
}

/** Writes four numbers a term, `step` bytes apart; where there are fewer, the last is repeated. */
function packLanes(
  from: usize,
  across: usize,
  along: usize,
  lanes: i32,
  terms: i32,
  to: usize,
  step: usize,
): void {
  let whole = 0;
  if (lanes >= 4 && along === FLOAT) {
    whole = terms & ~3;
    transpose(from, across, whole, to, step);
    from += <usize>whole * along;
    to += <usize>whole * step;
  }
  const lane1 = across * min(1, lanes - 1);
  const lane2 = across * min(2, lanes - 1);
  const lane3 = across * min(3, lanes - 1);
  for (let term = whole; term < terms; term++) {
    store<f32>(to, load<f32>(from));
    store<f32>(to, load<f32>(from + lane1), 4);
    store<f32>(to, load<f32>(from + lane2), 8);
    store<f32>(to, load<f32>(from + lane3), 12);
    from += along;
    to += step;
  }
}

/** Four rows of `terms` floats, a multiple of 4, become `terms` rows of four. */
function transpose(from: usize, across: usize, terms: i32, to: usize, step: usize): void {
  const end = from + <usize>terms * FLOAT;
  for (; from < end; from += 16) {
    const r0 = v128.load(from);
    const r1 = v128.load(from + across);
    const r2 = v128.load(from + 2 * across);
    const r3 = v128.load(from + 3 * across);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
    to += step;
    v128.store(to, v128.shuffle<f64>(low01, low23, 1, 3));
    to += step;
    v128.store(to, v128.shuffle<f64>(high01, high23, 0, 2));
    to += step;
    v128.store(to, v128.shuffle<f64>(high01, high23, 1, 3));
    to += step;
  }
}
