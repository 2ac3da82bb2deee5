import { BLOCK, BLOCK_PANEL, PANEL_ROW, SHORT_TILE, SLICE, TILE } from "./constants";
import { computeFeatures } from "./features";
import { answer, exampleLoss } from "./loss";
import {
  arity,
  blockLosses,
  blockRights,
  bytesOfV,
  bytesOfW,
  features,
  gradientPanels,
  gradientTiles,
  heldOutLabels,
  heldOutOperands,
  heldOutRows,
  logits,
  nodesOf,
  panels,
  queryLabels,
  queryOperands,
  rowsIn,
  slices,
  trainLabels,
  trainOperands,
  V,
  W,
} from "./memory";
import { multiplyRows, tallRows, wholeTiles } from "./multiply";
import * as settings from "./settings";

/** Logits of one block's examples, into `target`. */
function forward(operands: usize, block: i32, rows: i32, target: usize): void {
  const from = operands + <usize>(block * BLOCK * arity) * 4;
  const whole = wholeTiles(rows);
  const sliceOfW = bytesOfW / <usize>slices;
  const sliceOfV = bytesOfV / <usize>slices;
  const activation = settings.activation();
  memory.fill(target, 0, <usize>panels * BLOCK_PANEL);
  for (let slice = 0; slice < slices; slice++) {
    const nodes = nodesOf(slice);
    computeFeatures(activation, from, whole, W + <usize>slice * sliceOfW, nodes, false);
    for (let panel = 0; panel < panels; panel++) {
      const right = V + <usize>slice * sliceOfV + <usize>(panel * SLICE) * PANEL_ROW;
      const out = target + <usize>panel * BLOCK_PANEL;
      multiplyRows(features, right, out, PANEL_ROW, nodes, rows);
    }
  }
  scaleOutput(target);
}

function scaleOutput(target: usize): void {
  const beta = settings.outputScale();
  if (beta === 1) return;
  const factor = f32x4.splat(beta);
  const end = target + <usize>panels * BLOCK_PANEL;
  for (; target < end; target += 16) v128.store(target, f32x4.mul(v128.load(target), factor));
}

function measure(block: i32, rows: i32, labels: usize, target: usize, scale: f64): void {
  let sum: f64 = 0;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const at = target + <usize>row * PANEL_ROW;
    const label = load<i32>(labels + ((<usize>(block * BLOCK + row)) << 2));
    const best = answer(at);
    if (best === label) right++;
    sum += exampleLoss(settings.loss(), at, label, best, scale);
  }
  store<f64>(blockLosses + ((<usize>block) << 3), sum);
  store<i32>(blockRights + ((<usize>block) << 2), right);
}

/** Forward, loss and ∂loss/∂logits of one block of the training set. */
export function trainBlock(block: i32): void {
  const rows = logitsOfBlock(block);
  const scale = <f64>settings.outputScale() / <f64>settings.trainRows();
  measure(block, rows, trainLabels, panelsOf(block), scale);
  tileGradient(block);
}

function panelsOf(block: i32): usize {
  return gradientPanels + <usize>(block * panels) * BLOCK_PANEL;
}

/** Logits of one block of the training set, where its gradient will be. Returns its examples. */
export function logitsOfBlock(block: i32): i32 {
  const rows = rowsIn(block, settings.trainRows());
  forward(trainOperands, block, rows, panelsOf(block));
  return rows;
}

/** Writes a block's gradient once more, a tile's rows side by side; rows of no example become 0. */
export function tileGradient(block: i32): void {
  const rows = rowsIn(block, settings.trainRows());
  const from = panelsOf(block);
  const whole = wholeTiles(rows);
  for (let row = rows; row < whole; row++) clearRow(from + <usize>row * PANEL_ROW);
  let to = gradientTiles + <usize>(block * panels) * BLOCK_PANEL;
  let row = 0;
  while (row < whole) {
    const height = row < tallRows(rows) ? TILE : SHORT_TILE;
    const step = (<usize>height) << 2;
    for (let panel = 0; panel < panels; panel++) {
      const at = from + <usize>panel * BLOCK_PANEL + <usize>row * PANEL_ROW;
      tileClasses(at, height, to, step);
      tileClasses(at + 16, height, to + 4 * step, step);
      to += 8 * step;
    }
    row += height;
  }
}

/** Four classes of a tile's rows, `PANEL_ROW` apart, become four rows of a number a row, `step` apart. */
function tileClasses(from: usize, height: i32, to: usize, step: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from, PANEL_ROW);
  const r2 = v128.load(from, 2 * PANEL_ROW);
  const r3 = v128.load(from, 3 * PANEL_ROW);
  const low01 = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
  const high01 = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
  const low23 = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
  const high23 = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(low01, low23, 0, 2));
  v128.store(to + step, i64x2.shuffle(low01, low23, 1, 3));
  v128.store(to + 2 * step, i64x2.shuffle(high01, high23, 0, 2));
  v128.store(to + 3 * step, i64x2.shuffle(high01, high23, 1, 3));
  for (let row = 4; row < height; row++) {
    const further = v128.load(from + <usize>row * PANEL_ROW);
    const target = to + ((<usize>row) << 2);
    v128.store32_lane(target, further, 0);
    v128.store32_lane(target + step, further, 1);
    v128.store32_lane(target + 2 * step, further, 2);
    v128.store32_lane(target + 3 * step, further, 3);
  }
}

function clearRow(row: usize): void {
  for (let panel = 0; panel < panels; panel++) {
    memory.fill(row + <usize>panel * BLOCK_PANEL, 0, PANEL_ROW);
  }
}

/** Loss and right answers of one block of the held-out set. */
export function heldOutBlock(block: i32): void {
  const rows = rowsIn(block, heldOutRows);
  forward(heldOutOperands, block, rows, logits);
  measure(block, rows, heldOutLabels, logits, 0);
}

/** Answers of one block of a query. */
export function queryBlock(block: i32): void {
  const rows = rowsIn(block, settings.queryRows());
  forward(queryOperands, block, rows, logits);
  for (let row = 0; row < rows; row++) {
    const result = answer(logits + <usize>row * PANEL_ROW);
    store<i32>(queryLabels + ((<usize>(block * BLOCK + row)) << 2), result);
  }
}
