import { BLOCK, BLOCK_PANEL, PANEL_ROW, SLICE, SLICE_ROW, TILE } from "./constants";
import { computeFeatures } from "./features";
import { answer, exampleLoss } from "./loss";
import {
  arity,
  blockLosses,
  blockRights,
  bytesOfV,
  bytesOfW,
  classes,
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
import { multiplyRows } from "./multiply";
import * as settings from "./settings";

/** Logits of one block's examples, into `target`. */
function forward(operands: usize, block: i32, rows: i32, target: usize): void {
  const from = operands + <usize>(block * BLOCK * arity) * 4;
  const tiles = (rows + TILE - 1) / TILE;
  const sliceOfW = bytesOfW / <usize>slices;
  const sliceOfV = bytesOfV / <usize>slices;
  const activation = settings.activation();
  memory.fill(target, 0, <usize>panels * BLOCK_PANEL);
  for (let slice = 0; slice < slices; slice++) {
    const nodes = nodesOf(slice);
    computeFeatures(activation, from, tiles * TILE, W + <usize>slice * sliceOfW, nodes, false);
    for (let panel = 0; panel < panels; panel++) {
      const right = V + <usize>slice * sliceOfV + <usize>(panel * SLICE) * PANEL_ROW;
      const out = target + <usize>panel * BLOCK_PANEL;
      for (let tile = 0; tile < tiles; tile++) {
        const row = <usize>(tile * TILE);
        multiplyRows(features + row * SLICE_ROW, right, out + row * PANEL_ROW, PANEL_ROW, nodes);
      }
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
  const tiles = (rows + TILE - 1) / TILE;
  const tileBytes = (<usize>(classes * TILE)) << 2;
  const start = gradientTiles + <usize>(block * BLOCK * classes) * 4;
  for (let tile = 0; tile < tiles; tile++) {
    for (let i = 0; i < TILE; i++) {
      const row = tile * TILE + i;
      const source = from + <usize>row * PANEL_ROW;
      if (row >= rows) clearRow(source);
      let to = start + <usize>tile * tileBytes + ((<usize>i) << 2);
      for (let c = 0; c < classes; c++) {
        const at = source + <usize>(c >> 3) * BLOCK_PANEL + ((<usize>(c & 7)) << 2);
        store<f32>(to, load<f32>(at));
        to += (<usize>TILE) << 2;
      }
    }
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
