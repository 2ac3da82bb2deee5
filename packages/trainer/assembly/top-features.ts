import { BLOCK, SLICE, SLICE_ROW } from "./constants";
import { computeFeatures } from "./features";
import {
  arity,
  bytesOfW,
  features,
  isPrimal,
  nodesOf,
  rowsIn,
  slices,
  topFeatures,
  topStride,
  trainOperands,
  W,
  width,
} from "./memory";
import * as settings from "./settings";

/** Where a number of `topFeatures` lies: F, or in the dual form Fᵀ. */
export function featureAt(row: i32, column: i32): usize {
  return topFeatures + <usize>row * topStride + ((<usize>column) << 3);
}

/** One block's features, into `topFeatures`. */
export function storeFeatures(block: i32): void {
  const rows = rowsIn(block, settings.trainRows());
  const operands = trainOperands + <usize>(block * BLOCK * arity) * 4;
  const beta = settings.outputScale();
  for (let slice = 0; slice < slices; slice++) {
    const sliceOfW = W + <usize>slice * (bytesOfW / <usize>slices);
    computeFeatures(settings.activation(), operands, rows, sliceOfW, nodesOf(slice), false);
    const firstNode = slice * SLICE;
    const nodes = min(SLICE, width - firstNode);
    for (let row = 0; row < rows; row++) {
      let from = features + <usize>row * SLICE_ROW;
      const example = block * BLOCK + row;
      let to = isPrimal ? featureAt(example, firstNode) : featureAt(firstNode, example);
      const step: usize = isPrimal ? 8 : topStride;
      for (let node = 0; node < nodes; node++) {
        store<f64>(to, <f64>(beta * load<f32>(from)));
        from += 4;
        to += step;
      }
    }
  }
}
