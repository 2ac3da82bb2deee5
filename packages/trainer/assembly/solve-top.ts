import * as cholesky from "./cholesky";
import { SLICE } from "./constants";
import { setFrom, setJob, setSizes } from "./job";
import {
  bytesOfV,
  classes,
  isPrimal,
  slices,
  topFeatures,
  topGram,
  topResult,
  topRight,
  topStride,
  topStrideOfGram,
  topStrideOfRight,
  topSums,
  trainLabels,
  V,
  width,
} from "./memory";
import * as settings from "./settings";
import { featureAt } from "./top-features";
import { BELOW, COLUMNS, FEATURES, GRAM, MIRROR, PRODUCT, run, SOLVE } from "./work";

/*
 * V = (FᵀF + ηI)⁻¹FᵀY in float64, F = β·σ(…) of the training set, Y = s·(onehot − 1/M). The matrix to
 * solve is K × K (primal) or, with fewer examples than nodes, n × n: V = Fᵀ(FFᵀ + ηI)⁻¹Y (dual).
 * `topFeatures` holds F, or in the dual form Fᵀ.
 */

/** What `solveTop` says besides the row of a pivot that is not positive. */
export const SOLVED: i32 = -1;
export const THREAD_LOST: i32 = -2;

/** Solves for V at the present W. */
export function solveTop(mayWait: bool): i32 {
  const examples = settings.trainRows();
  const size = isPrimal ? width : examples;
  const count = isPrimal ? examples : width;
  if (!run(FEATURES, mayWait)) return THREAD_LOST;
  setJob(topFeatures, topStride, 0, 0, topGram, topStrideOfGram);
  setSizes(size, count, size);
  if (!run(GRAM, mayWait)) return THREAD_LOST;
  addRidge(size);
  setJob(topGram, topStrideOfGram, 0, 0, topRight, topStrideOfRight);
  setSizes(size, size, classes);
  for (let from = 0; from < size; from += cholesky.BLOCK_ROWS) {
    const failed = cholesky.factorDiagonal(topGram, topStrideOfGram, from, size);
    if (failed >= 0) return failed;
    setFrom(from);
    if (!run(COLUMNS, mayWait) || !run(BELOW, mayWait)) return THREAD_LOST;
  }
  prepareRight();
  if (!run(MIRROR, mayWait) || !run(SOLVE, mayWait)) return THREAD_LOST;
  if (!isPrimal) {
    setJob(topFeatures, topStride, topRight, topStrideOfRight, topResult, topStrideOfRight);
    setSizes(width, examples, classes);
    if (!run(PRODUCT, mayWait)) return THREAD_LOST;
  }
  storeTop();
  return SOLVED;
}

/** The pivot of a row at which `solveTop` stopped. */
export function pivotOf(row: i32): f64 {
  return load<f64>(topGram + <usize>row * topStrideOfGram + ((<usize>row) << 3));
}

function addRidge(size: i32): void {
  const ridge = settings.ridge();
  for (let i = 0; i < size; i++) {
    const diagonal = topGram + <usize>i * topStrideOfGram + ((<usize>i) << 3);
    store<f64>(diagonal, load<f64>(diagonal) + ridge);
  }
}

/** The right side: FᵀY, or Y itself in the dual form. */
function prepareRight(): void {
  const scale = <f64>settings.labelScale();
  const share = scale / <f64>classes;
  const examples = settings.trainRows();
  if (!isPrimal) {
    for (let example = 0; example < examples; example++) {
      const label = load<i32>(trainLabels + ((<usize>example) << 2));
      for (let c = 0; c < classes; c++) {
        store<f64>(rightAt(example, c), (c === label ? scale : 0) - share);
      }
    }
    return;
  }
  sumFeatures(examples);
  const length = (<usize>width) << 3;
  for (let node = 0; node < width; node++) {
    const sums = topSums + ((<usize>node) << 3);
    let all: f64 = 0;
    for (let c = 0; c < classes; c++) all += load<f64>(sums + <usize>c * length);
    for (let c = 0; c < classes; c++) {
      const ofClass = load<f64>(sums + <usize>c * length);
      store<f64>(rightAt(node, c), scale * ofClass - share * all);
    }
  }
}

function rightAt(row: i32, c: i32): usize {
  return topRight + <usize>row * topStrideOfRight + ((<usize>c) << 3);
}

/** Σ of the features over each class's examples: classes × K. */
function sumFeatures(examples: i32): void {
  const length = (<usize>width) << 3;
  memory.fill(topSums, 0, <usize>classes * length);
  for (let example = 0; example < examples; example++) {
    let from = featureAt(example, 0);
    let to = topSums + <usize>load<i32>(trainLabels + ((<usize>example) << 2)) * length;
    const end = to + length;
    for (; to < end; to += 8) {
      store<f64>(to, load<f64>(to) + load<f64>(from));
      from += 8;
    }
  }
}

/** Writes V from its rows of float64. */
function storeTop(): void {
  const rows = isPrimal ? topRight : topResult;
  const sliceOfV = bytesOfV / <usize>slices;
  for (let node = 0; node < width; node++) {
    const slice = node / SLICE;
    const target = V + <usize>slice * sliceOfV;
    const from = rows + <usize>node * topStrideOfRight;
    for (let c = 0; c < classes; c++) {
      const row = (c >> 3) * SLICE + (node - slice * SLICE);
      const to = target + ((<usize>(row * 8 + (c & 7))) << 2);
      store<f32>(to, <f32>load<f64>(from + ((<usize>c) << 3)));
    }
  }
}
