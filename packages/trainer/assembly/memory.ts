import {
  BLOCK,
  BLOCK_PANEL,
  FLOAT,
  FUSED,
  PANEL,
  PANEL_ROW,
  QUERY,
  SLICE,
  SLICE_ROW,
} from "./constants";

/*
 * Where everything lies. Every thread makes the same plan in its own globals; the bytes are shared.
 *
 * W and its moments: slices × inputs × SLICE. V and its moments: slices × panels × SLICE × PANEL.
 * Hidden nodes and classes that fill up the last slice and panel have weight 0 and stay at it.
 */

/** What was asked. */
export let width: i32 = 0;
export let classes: i32 = 0;
export let inputs: i32 = 0;
export let arity: i32 = 0;

/** Panels that hold all classes, and slices that hold all hidden nodes. */
export let panels: i32 = 0;
export let slices: i32 = 0;

/** Weights, then their moments, each `…Bytes` after the one before. */
export let W: usize = 0;
export let bytesOfW: usize = 0;
export let V: usize = 0;
export let bytesOfV: usize = 0;

/** Byte offsets of the rows of a slice of W that an example names; arity × u32 an example. */
export let trainOperands: usize = 0;
export let heldOutOperands: usize = 0;
export let queryOperands: usize = 0;
/** A class an example, i32. A query has its answers here. */
export let trainLabels: usize = 0;
export let heldOutLabels: usize = 0;
export let queryLabels: usize = 0;
export let trainRows: i32 = 0;
export let heldOutRows: i32 = 0;

/** ∂loss/∂logits: blocks × panels × BLOCK × PANEL, and again as blocks × tiles × classes × TILE. */
export let gradientPanels: usize = 0;
export let gradientTiles: usize = 0;

/** What each block adds to the loss (f64) and to the right answers (i32). */
export let blockLosses: usize = 0;
export let blockRights: usize = 0;

/** This thread's own: features, their derivatives, gradients and products of one block or slice. */
export let features: usize = 0;
export let slopes: usize = 0;
export let featureGradient: usize = 0;
export let logits: usize = 0;
export let transposedV: usize = 0;
export let gradientOfW: usize = 0;
export let gradientOfV: usize = 0;

/** Settings that all threads read, and the words they meet at. */
export const SETTINGS: usize = 64;
export const MEETING: usize = 256;
const firstFree: u64 = 1024;

let end: u64 = 0;

/** Space for `count` times `bytes`, at the start of a cache line. */
function take(count: u64, bytes: u64): usize {
  const start = end;
  end = (start + count * bytes + 63) & ~63;
  return <usize>start;
}

export function blocksOf(rows: i32): i32 {
  return (rows + BLOCK - 1) / BLOCK;
}

/**
 * Lays out memory, and returns the bytes it takes.
 *
 * @param moments tensors the optimiser keeps beside each weight tensor
 * @param thread this thread's number, from 0
 */
export function plan(
  askedTrainRows: i32,
  askedHeldOutRows: i32,
  askedArity: i32,
  askedInputs: i32,
  askedWidth: i32,
  askedClasses: i32,
  moments: i32,
  threads: i32,
  thread: i32,
): f64 {
  trainRows = askedTrainRows;
  heldOutRows = askedHeldOutRows;
  arity = askedArity;
  inputs = askedInputs;
  width = askedWidth;
  classes = askedClasses;
  panels = (classes + PANEL - 1) / PANEL;
  slices = (width + SLICE - 1) / SLICE;
  end = firstFree;

  const sliceOfW = <u64>inputs * SLICE_ROW;
  const sliceOfV = <u64>panels * SLICE * PANEL_ROW;
  W = take(1 + moments, <u64>slices * sliceOfW);
  bytesOfW = <usize>(<u64>slices * sliceOfW);
  V = take(1 + moments, <u64>slices * sliceOfV);
  bytesOfV = <usize>(<u64>slices * sliceOfV);

  const trainBlocks = <u64>blocksOf(trainRows);
  const heldOutBlocks = <u64>blocksOf(heldOutRows);
  trainOperands = take(trainBlocks * BLOCK, arity * 4);
  trainLabels = take(trainBlocks * BLOCK, 4);
  heldOutOperands = take(heldOutBlocks * BLOCK, arity * 4);
  heldOutLabels = take(heldOutBlocks * BLOCK, 4);
  queryOperands = take(QUERY, arity * 4);
  queryLabels = take(QUERY, 4);
  const mostBlocks = max(max(trainBlocks, heldOutBlocks), QUERY / BLOCK);
  blockLosses = take(mostBlocks, 8);
  blockRights = take(mostBlocks, 4);
  gradientPanels = take(trainBlocks * panels, BLOCK_PANEL);
  gradientTiles = take(trainBlocks * BLOCK, <u64>classes * FLOAT);

  const shared = end;
  takeScratch(sliceOfW, sliceOfV);
  const scratch = end - shared;
  end = shared + <u64>thread * scratch;
  takeScratch(sliceOfW, sliceOfV);
  return <f64>(shared + <u64>threads * scratch);
}

function takeScratch(sliceOfW: u64, sliceOfV: u64): void {
  features = take(BLOCK, SLICE_ROW);
  slopes = take(BLOCK, SLICE_ROW);
  featureGradient = take(BLOCK, SLICE_ROW);
  logits = take(panels, BLOCK_PANEL);
  transposedV = take(SLICE, <u64>classes * FLOAT);
  gradientOfW = take(1, sliceOfW);
  gradientOfV = take(1, sliceOfV);
}

/** Hidden nodes of a slice, filled up to whole panels and tiles. */
export function nodesOf(slice: i32): i32 {
  const unit = FUSED ? 24 : PANEL;
  const left = width - slice * SLICE;
  return min(SLICE, ((left + unit - 1) / unit) * unit);
}
