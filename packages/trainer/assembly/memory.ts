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
import { FIRST_FREE } from "./meeting";

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
/** Held-out examples. How many training examples are in use is a setting: a batch has fewer. */
export let heldOutRows: i32 = 0;

/**
 * ∂loss/∂logits: blocks × panels × BLOCK × PANEL; and again as blocks × tiles × classes, whole panels,
 * × the rows of a tile.
 */
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

/** For solving V: features, Gram matrix, sums of features by class, right side, and V in float64. */
export let isPrimal: bool = true;
export let topFeatures: usize = 0;
export let topStride: usize = 0;
export let topGram: usize = 0;
export let topStrideOfGram: usize = 0;
export let topSums: usize = 0;
export let topRight: usize = 0;
export let topResult: usize = 0;
export let topStrideOfRight: usize = 0;

/** For Muon: the direction of W, its polar factor, and squares of its shorter side. */
export let nodesAreRows: bool = true;
export let polarMatrix: usize = 0;
export let polarResult: usize = 0;
export let polarStride: usize = 0;
export let polarGram: usize = 0;
export let polarFactor: usize = 0;
export let polarTotal: usize = 0;
export let polarMoved: usize = 0;
export let polarStrideOfGram: usize = 0;

/** For ‖∂loss/∂F‖: rows of classes in float64, and two squares of them. */
export let observedRows: usize = 0;
export let observedGramOfGradient: usize = 0;
export let observedGramOfV: usize = 0;
export let observedStride: usize = 0;

/** Settings that all threads read. */
export const SETTINGS: usize = 64;

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

/** Examples of a block, of `rows` in all. */
export function rowsIn(block: i32, rows: i32): i32 {
  return min(BLOCK, rows - block * BLOCK);
}

/** Bytes of a row of float64, whole vectors of 8, and no power of two: rows would share cache lines. */
function strideOf(columns: i32): usize {
  const bytes = (<usize>((columns + 7) & ~7)) << 3;
  return (bytes & 511) === 0 ? bytes + 64 : bytes;
}

/** Space for rows of float64, whole tiles of 4. */
function takeRows(rows: i32, stride: usize): usize {
  return take((rows + 3) & ~3, stride);
}

/**
 * Lays out memory, and returns the bytes it takes.
 *
 * @param askedTrainRows training examples, all of them
 * @param moments tensors the optimiser keeps beside each weight tensor
 * @param ridge whether V is to be solved for
 * @param polar whether W is to be moved by polar factors
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
  ridge: bool,
  polar: bool,
  threads: i32,
  thread: i32,
): f64 {
  heldOutRows = askedHeldOutRows;
  arity = askedArity;
  inputs = askedInputs;
  width = askedWidth;
  classes = askedClasses;
  panels = (classes + PANEL - 1) / PANEL;
  slices = (width + SLICE - 1) / SLICE;
  end = FIRST_FREE;

  const sliceOfW = <u64>inputs * SLICE_ROW;
  const sliceOfV = <u64>panels * SLICE * PANEL_ROW;
  W = take(1 + moments, <u64>slices * sliceOfW);
  bytesOfW = <usize>(<u64>slices * sliceOfW);
  V = take(1 + moments, <u64>slices * sliceOfV);
  bytesOfV = <usize>(<u64>slices * sliceOfV);

  const trainBlocks = <u64>blocksOf(askedTrainRows);
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
  gradientTiles = take(trainBlocks * panels, BLOCK_PANEL);

  observedStride = strideOf(classes);
  observedRows = takeRows(max(askedTrainRows, width), observedStride);
  observedGramOfGradient = takeRows(classes, observedStride);
  observedGramOfV = takeRows(classes, observedStride);
  if (ridge) takeTop(askedTrainRows);
  if (polar) takePolar();

  const shared = end;
  takeScratch(sliceOfW, sliceOfV);
  const scratch = end - shared;
  end = shared + <u64>thread * scratch;
  takeScratch(sliceOfW, sliceOfV);
  return <f64>(shared + <u64>threads * scratch);
}

function takeTop(examples: i32): void {
  isPrimal = width <= examples;
  const size = min(width, examples);
  topStride = strideOf(size);
  topFeatures = takeRows(max(width, examples), topStride);
  topStrideOfGram = strideOf(size);
  topGram = takeRows(size, topStrideOfGram);
  topSums = take(classes, (<u64>width) << 3);
  topStrideOfRight = strideOf(classes);
  topRight = takeRows(size, topStrideOfRight);
  topResult = takeRows(width, topStrideOfRight);
}

function takePolar(): void {
  nodesAreRows = inputs <= width;
  const size = min(inputs, width);
  polarStride = strideOf(size);
  polarMatrix = takeRows(max(inputs, width), polarStride);
  polarResult = takeRows(max(inputs, width), polarStride);
  polarStrideOfGram = strideOf(size);
  polarGram = takeRows(size, polarStrideOfGram);
  polarFactor = takeRows(size, polarStrideOfGram);
  polarTotal = takeRows(size, polarStrideOfGram);
  polarMoved = takeRows(size, polarStrideOfGram);
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
