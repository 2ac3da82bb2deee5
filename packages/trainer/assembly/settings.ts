import { SETTINGS } from "./memory";

/*
 * What one step needs to know, in memory that all threads read. Written by the first thread before
 * it calls the others to work.
 */

export function activation(): i32 {
  return load<i32>(SETTINGS);
}
export function loss(): i32 {
  return load<i32>(SETTINGS, 4);
}
export function outputScale(): f32 {
  return load<f32>(SETTINGS, 8);
}
export function optimiserOfW(): i32 {
  return load<i32>(SETTINGS, 12);
}
export function learningRate(): f32 {
  return load<f32>(SETTINGS, 16);
}
export function weightDecay(): f32 {
  return load<f32>(SETTINGS, 20);
}
/** Adam's β₁ and β₂. */
export function firstDecay(): f32 {
  return load<f32>(SETTINGS, 24);
}
export function secondDecay(): f32 {
  return load<f32>(SETTINGS, 28);
}
/** 1 − β₁ and 1 − β₂, rounded once. */
export function firstShare(): f32 {
  return load<f32>(SETTINGS, 32);
}
export function secondShare(): f32 {
  return load<f32>(SETTINGS, 36);
}
export function epsilon(): f32 {
  return load<f32>(SETTINGS, 40);
}
/** Adam's bias corrections 1/(1 − βᵗ) of this step. */
export function firstCorrection(): f32 {
  return load<f32>(SETTINGS, 44);
}
export function secondCorrection(): f32 {
  return load<f32>(SETTINGS, 48);
}
/** How many examples the present query has. */
export function queryRows(): i32 {
  return load<i32>(SETTINGS, 52);
}

/** q of z^q, or a of a·z + b·z². */
export function firstNumber(): f32 {
  return load<f32>(SETTINGS, 56);
}
/** b of a·z + b·z². */
export function secondNumber(): f32 {
  return load<f32>(SETTINGS, 60);
}

export function setNetwork(
  activation: i32,
  firstNumber: f32,
  secondNumber: f32,
  loss: i32,
  outputScale: f32,
  labelScale: f32,
  multiplies: bool,
): void {
  store<i32>(SETTINGS, activation);
  store<i32>(SETTINGS, loss, 4);
  store<f32>(SETTINGS, outputScale, 8);
  store<f32>(SETTINGS, firstNumber, 56);
  store<f32>(SETTINGS, secondNumber, 60);
  store<f32>(SETTINGS, labelScale, 64);
  store<i32>(SETTINGS, multiplies ? 1 : 0, 104);
}

/** s of the target s·onehot. */
export function labelScale(): f32 {
  return load<f32>(SETTINGS, 64);
}
/** Whether the operands' rows of W are multiplied where they meet, and not added up. */
export function multiplies(): bool {
  return load<i32>(SETTINGS, 104) !== 0;
}
export function optimiserOfV(): i32 {
  return load<i32>(SETTINGS, 68);
}
/** μ of SGD or Muon, 1 − μ, and whether they look ahead. */
export function momentum(): f32 {
  return load<f32>(SETTINGS, 72);
}
export function momentumShare(): f32 {
  return load<f32>(SETTINGS, 76);
}
export function nesterov(): bool {
  return load<i32>(SETTINGS, 80) !== 0;
}
/** Training examples in use: all, or those of a batch. */
export function trainRows(): i32 {
  return load<i32>(SETTINGS, 84);
}
/** η of the top layer that is solved for. */
export function ridge(): f64 {
  return load<f64>(SETTINGS, 88);
}
/** Squared norm of the direction whose polar factor is taken. */
export function squaredNorm(): f64 {
  return load<f64>(SETTINGS, 96);
}

export function setOptimiser(ofW: i32, ofV: i32, weightDecay: f32, epsilon: f32): void {
  store<i32>(SETTINGS, ofW, 12);
  store<i32>(SETTINGS, ofV, 68);
  store<f32>(SETTINGS, weightDecay, 20);
  store<f32>(SETTINGS, epsilon, 40);
}

export function setMomentum(momentum: f32, share: f32, nesterov: bool): void {
  store<f32>(SETTINGS, momentum, 72);
  store<f32>(SETTINGS, share, 76);
  store<i32>(SETTINGS, nesterov ? 1 : 0, 80);
}

export function setDecays(first: f32, second: f32, firstShare: f32, secondShare: f32): void {
  store<f32>(SETTINGS, first, 24);
  store<f32>(SETTINGS, second, 28);
  store<f32>(SETTINGS, firstShare, 32);
  store<f32>(SETTINGS, secondShare, 36);
}

export function setRidge(ridge: f64): void {
  store<f64>(SETTINGS, ridge, 88);
}

/** What changes from step to step. */
export function setStep(learningRate: f32, firstCorrection: f32, secondCorrection: f32): void {
  store<f32>(SETTINGS, learningRate, 16);
  store<f32>(SETTINGS, firstCorrection, 44);
  store<f32>(SETTINGS, secondCorrection, 48);
}

export function setTrainRows(rows: i32): void {
  store<i32>(SETTINGS, rows, 84);
}

export function setSquaredNorm(squaredNorm: f64): void {
  store<f64>(SETTINGS, squaredNorm, 96);
}

export function setQueryRows(rows: i32): void {
  store<i32>(SETTINGS, rows, 52);
}
