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
export function optimiser(): i32 {
  return load<i32>(SETTINGS, 12);
}
export function learningRate(): f32 {
  return load<f32>(SETTINGS, 16);
}
export function weightDecay(): f32 {
  return load<f32>(SETTINGS, 20);
}
/** SGD's momentum, or Adam's β₁. */
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
): void {
  store<i32>(SETTINGS, activation);
  store<i32>(SETTINGS, loss, 4);
  store<f32>(SETTINGS, outputScale, 8);
  store<f32>(SETTINGS, firstNumber, 56);
  store<f32>(SETTINGS, secondNumber, 60);
}

export function setOptimiser(
  kind: i32,
  learningRate: f32,
  weightDecay: f32,
  firstDecay: f32,
  secondDecay: f32,
  firstShare: f32,
  secondShare: f32,
  epsilon: f32,
): void {
  store<i32>(SETTINGS, kind, 12);
  store<f32>(SETTINGS, learningRate, 16);
  store<f32>(SETTINGS, weightDecay, 20);
  store<f32>(SETTINGS, firstDecay, 24);
  store<f32>(SETTINGS, secondDecay, 28);
  store<f32>(SETTINGS, firstShare, 32);
  store<f32>(SETTINGS, secondShare, 36);
  store<f32>(SETTINGS, epsilon, 40);
}

export function setCorrections(first: f32, second: f32): void {
  store<f32>(SETTINGS, first, 44);
  store<f32>(SETTINGS, second, 48);
}

export function setQueryRows(rows: i32): void {
  store<i32>(SETTINGS, rows, 52);
}
