import { BLOCK, BLOCK_PANEL, NONE, PANEL, PANEL_ROW, SLICE, SLICE_ROW } from "./constants";
import { computeFeatures } from "./features";
import {
  arity,
  blocksOf,
  bytesOfV,
  bytesOfW,
  classes,
  featureGradient,
  features,
  gradientOfV,
  gradientOfW,
  gradientPanels,
  gradientTiles,
  nodesOf,
  panels,
  rowsIn,
  slices,
  slopes,
  trainOperands,
  transposedV,
  V,
  W,
} from "./memory";
import { multiplyColumns, multiplyTiles, wholeTiles } from "./multiply";
import * as settings from "./settings";
import { updateWeights } from "./update";

/**
 * The gradient of one slice's weights, and their update. A slice needs nothing of another, and sums
 * over examples in their order, so any thread may do any slice.
 */
export function updateSlice(slice: i32): void {
  const sliceOfW = bytesOfW / <usize>slices;
  const sliceOfV = bytesOfV / <usize>slices;
  const nodes = nodesOf(slice);
  const weightsW = W + <usize>slice * sliceOfW;
  const weightsV = V + <usize>slice * sliceOfV;
  memory.fill(gradientOfW, 0, sliceOfW);
  memory.fill(gradientOfV, 0, sliceOfV);
  transposeV(weightsV, nodes);
  const blocks = blocksOf(settings.trainRows());
  for (let block = 0; block < blocks; block++) backward(block, weightsW, nodes);
  updateWeights(settings.optimiserOfW(), weightsW, gradientOfW, bytesOfW, sliceOfW);
  updateWeights(settings.optimiserOfV(), weightsV, gradientOfV, bytesOfV, sliceOfV);
}

/** A slice of V as panels of 8 nodes, a class a row. */
function transposeV(weightsV: usize, nodes: i32): void {
  for (let c = 0; c < classes; c++) {
    let from = weightsV + <usize>((c >> 3) * SLICE) * PANEL_ROW + ((<usize>(c & 7)) << 2);
    for (let node = 0; node < nodes; node++) {
      const to = <usize>((node >> 3) * classes + c) * PANEL_ROW + ((<usize>(node & 7)) << 2);
      store<f32>(transposedV + to, load<f32>(from));
      from += PANEL_ROW;
    }
  }
}

function backward(block: i32, weightsW: usize, nodes: i32): void {
  const rows = rowsIn(block, settings.trainRows());
  const whole = wholeTiles(rows);
  const operands = trainOperands + <usize>(block * BLOCK * arity) * 4;
  computeFeatures(settings.activation(), operands, whole, weightsW, nodes, true);
  addFeatureGradient(block, rows, nodes);
  if (settings.optimiserOfV() !== NONE) addGradientOfV(block, rows, nodes);
  if (settings.multiplies()) scatterOfProduct(operands, rows, weightsW, nodes);
  else scatter(operands, rows, nodes);
}

/** ∂loss/∂F = ∂loss/∂logits · Vᵀ */
function addFeatureGradient(block: i32, rows: i32, nodes: i32): void {
  memory.fill(featureGradient, 0, <usize>wholeTiles(rows) * SLICE_ROW);
  const left = gradientTiles + <usize>(block * panels) * BLOCK_PANEL;
  for (let panel = 0; panel < nodes / PANEL; panel++) {
    const right = transposedV + <usize>(panel * classes) * PANEL_ROW;
    const out = featureGradient + <usize>panel * PANEL_ROW;
    multiplyTiles(left, <usize>panels * PANEL_ROW, right, out, SLICE_ROW, classes, rows);
  }
}

/** ∂loss/∂V += Fᵀ · ∂loss/∂logits */
function addGradientOfV(block: i32, rows: i32, nodes: i32): void {
  const gradient = gradientPanels + <usize>(block * panels) * BLOCK_PANEL;
  for (let panel = 0; panel < panels; panel++) {
    const right = gradient + <usize>panel * BLOCK_PANEL;
    const out = gradientOfV + <usize>(panel * SLICE) * PANEL_ROW;
    multiplyColumns(features, right, out, PANEL_ROW, rows, nodes);
  }
}

/** Adds ∂loss/∂z to the gradient of each row of W that made z. */
function scatter(operands: usize, rows: i32, nodes: i32): void {
  const bytes = (<usize>nodes) << 2;
  if (arity === 2) {
    scatterToTwo(operands, rows, bytes);
    return;
  }
  for (let row: usize = 0; row < <usize>rows; row++) {
    const gradient = featureGradient + row * SLICE_ROW;
    const slope = slopes + row * SLICE_ROW;
    for (let operand = 0; operand < arity; operand++) {
      const target = gradientOfW + <usize>load<u32>(operands);
      for (let j: usize = 0; j < bytes; j += 16) {
        const gradZ = f32x4.mul(v128.load(gradient + j), v128.load(slope + j));
        v128.store(target + j, f32x4.add(v128.load(target + j), gradZ));
      }
      operands += 4;
    }
  }
}

/** The same for two operands, which may name one row: the first is added before the second is read. */
function scatterToTwo(operands: usize, rows: i32, bytes: usize): void {
  for (let row: usize = 0; row < <usize>rows; row++) {
    let gradient = featureGradient + row * SLICE_ROW;
    let slope = slopes + row * SLICE_ROW;
    let first = gradientOfW + <usize>load<u32>(operands);
    let second = gradientOfW + <usize>load<u32>(operands, 4);
    const end = gradient + bytes;
    do {
      const gradZ0 = f32x4.mul(v128.load(gradient), v128.load(slope));
      const gradZ1 = f32x4.mul(v128.load(gradient, 16), v128.load(slope, 16));
      v128.store(first, f32x4.add(v128.load(first), gradZ0));
      v128.store(first, f32x4.add(v128.load(first, 16), gradZ1), 16);
      v128.store(second, f32x4.add(v128.load(second), gradZ0));
      v128.store(second, f32x4.add(v128.load(second, 16), gradZ1), 16);
      gradient += 32;
      slope += 32;
      first += 32;
      second += 32;
    } while (gradient < end);
    operands += 8;
  }
}

/** The same where z is a product: to a row comes ∂loss/∂z times the other operands' rows. */
function scatterOfProduct(operands: usize, rows: i32, weightsW: usize, nodes: i32): void {
  const bytes = (<usize>nodes) << 2;
  for (let row: usize = 0; row < <usize>rows; row++) {
    const gradient = featureGradient + row * SLICE_ROW;
    const slope = slopes + row * SLICE_ROW;
    for (let j: usize = 0; j < bytes; j += 16) {
      const gradZ = f32x4.mul(v128.load(gradient + j), v128.load(slope + j));
      for (let operand = 0; operand < arity; operand++) {
        let pull = gradZ;
        for (let other = 0; other < arity; other++) {
          if (other === operand) continue;
          const factor = weightsW + <usize>load<u32>(operands + ((<usize>other) << 2)) + j;
          pull = f32x4.mul(pull, v128.load(factor));
        }
        const target = gradientOfW + <usize>load<u32>(operands + ((<usize>operand) << 2)) + j;
        v128.store(target, f32x4.add(v128.load(target), pull));
      }
    }
    operands += (<usize>arity) << 2;
  }
}
