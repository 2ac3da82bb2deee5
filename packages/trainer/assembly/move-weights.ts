import { setJob, setSizes } from "./job";
import {
  inputs,
  polarFactor,
  polarGram,
  polarMatrix,
  polarMoved,
  polarResult,
  polarStride,
  polarStrideOfGram,
  polarTotal,
  width,
} from "./memory";
import * as settings from "./settings";
import { GRAM, MIRROR, MOVE_BY_POLAR, PRODUCT, run, STORE_DIRECTION } from "./work";

/*
 * Muon's approximate polar factor of the update of W, X ← aX + b(XXᵀ)X + c(XXᵀ)²X five times, in
 * float64. The polynomials are multiplied out on the smaller Gram matrix, where all five commute,
 * and meet X once. `polarMatrix` holds X with its shorter side as columns: a hidden node a row or,
 * with fewer nodes than inputs, an input a row.
 */

const a: f64 = 3.4445;
const b: f64 = -4.775;
const c: f64 = 2.0315;
const steps: i32 = 5;

/** Moves W by the polar factor of the direction that the update has stored. False: a thread is lost. */
export function moveWeights(mayWait: bool): bool {
  const size = min(inputs, width);
  const count = max(inputs, width);
  if (!run(STORE_DIRECTION, mayWait)) return false;
  setJob(polarMatrix, polarStride, 0, 0, polarGram, polarStrideOfGram);
  setSizes(size, count, size);
  if (!run(GRAM, mayWait)) return false;
  setJob(polarGram, polarStrideOfGram, 0, 0, 0, 0);
  if (!run(MIRROR, mayWait)) return false;
  const squaredNorm = normaliseGram(size);
  settings.setSquaredNorm(squaredNorm);
  if (squaredNorm > 0) {
    for (let step = 0; step < steps; step++) {
      if (!multiply(polarGram, polarGram, polarFactor, size, mayWait)) return false;
      makeFactor(size);
      const square = <usize>size * polarStrideOfGram;
      if (step === 0) {
        memory.copy(polarTotal, polarFactor, square);
      } else {
        if (!multiply(polarFactor, polarTotal, polarMoved, size, mayWait)) return false;
        memory.copy(polarTotal, polarMoved, square);
      }
      if (!multiply(polarGram, polarFactor, polarMoved, size, mayWait)) return false;
      if (!multiply(polarFactor, polarMoved, polarGram, size, mayWait)) return false;
    }
    setJob(polarMatrix, polarStride, polarTotal, polarStrideOfGram, polarResult, polarStride);
    setSizes(count, size, size);
    if (!run(PRODUCT, mayWait)) return false;
  }
  return run(MOVE_BY_POLAR, mayWait);
}

/** A product of two squares. */
function multiply(left: usize, right: usize, to: usize, size: i32, mayWait: bool): bool {
  const stride = polarStrideOfGram;
  setJob(left, stride, right, stride, to, stride);
  setSizes(size, size, size);
  return run(PRODUCT, mayWait);
}

/** Divides G by its trace, ‖X‖², and returns that. */
function normaliseGram(size: i32): f64 {
  let trace: f64 = 0;
  for (let i = 0; i < size; i++) {
    trace += load<f64>(polarGram + <usize>i * polarStrideOfGram + ((<usize>i) << 3));
  }
  if (!(trace > 0)) return 0;
  for (let i = 0; i < size; i++) {
    const row = polarGram + <usize>i * polarStrideOfGram;
    for (let j: usize = 0; j < (<usize>size) << 3; j += 8) {
      store<f64>(row + j, load<f64>(row + j) / trace);
    }
  }
  return trace;
}

/** a + b·G + c·G² in place of G², which `polarFactor` holds. */
function makeFactor(size: i32): void {
  for (let i = 0; i < size; i++) {
    const from = polarGram + <usize>i * polarStrideOfGram;
    const to = polarFactor + <usize>i * polarStrideOfGram;
    for (let j: usize = 0; j < (<usize>size) << 3; j += 8) {
      store<f64>(to + j, b * load<f64>(from + j) + c * load<f64>(to + j));
    }
    const diagonal = to + ((<usize>i) << 3);
    store<f64>(diagonal, load<f64>(diagonal) + a);
  }
}
