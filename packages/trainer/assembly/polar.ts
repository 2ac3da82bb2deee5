import { SLICE, SLICE_ROW } from "./constants";
import {
  bytesOfW,
  inputs,
  nodesAreRows,
  polarMatrix,
  polarResult,
  polarStride,
  slices,
  W,
  width,
} from "./memory";
import * as settings from "./settings";

function place(matrix: usize, input: i32, node: i32): usize {
  return nodesAreRows
    ? matrix + <usize>node * polarStride + ((<usize>input) << 3)
    : matrix + <usize>input * polarStride + ((<usize>node) << 3);
}

/** Copies one slice of the direction, which is where a second moment would be, into `polarMatrix`. */
export function storeDirection(slice: i32): void {
  const firstNode = slice * SLICE;
  const nodes = min(SLICE, width - firstNode);
  const step: usize = nodesAreRows ? polarStride : 8;
  const direction = W + 2 * bytesOfW + <usize>slice * (bytesOfW / <usize>slices);
  for (let input = 0; input < inputs; input++) {
    let from = direction + <usize>input * SLICE_ROW;
    let to = place(polarMatrix, input, firstNode);
    for (let node = 0; node < nodes; node++) {
      store<f64>(to, <f64>load<f32>(from));
      from += 4;
      to += step;
    }
  }
}

/** Moves one slice of W: w ← w − rate·(√max(1, K/inputs)·polar factor + λ·w). */
export function moveByPolar(slice: i32): void {
  const firstNode = slice * SLICE;
  const nodes = min(SLICE, width - firstNode);
  const step: usize = nodesAreRows ? polarStride : 8;
  const weights = W + <usize>slice * (bytesOfW / <usize>slices);
  const rate = settings.learningRate();
  const lambda = settings.weightDecay();
  const norm = Math.sqrt(settings.squaredNorm());
  const scale = norm > 0 ? Math.sqrt(max(1, <f64>width / <f64>inputs)) / norm : 0;
  for (let input = 0; input < inputs; input++) {
    let from = place(polarResult, input, firstNode);
    let at = weights + <usize>input * SLICE_ROW;
    for (let node = 0; node < nodes; node++) {
      const w = load<f32>(at);
      const update = <f32>(scale * load<f64>(from)) + lambda * w;
      store<f32>(at, w - rate * update);
      at += 4;
      from += step;
    }
  }
}
