import { MIXED, POWER, QUADRATIC, RELU, RELU2, SLICE_ROW } from "./constants";
import { exponential } from "./exponential";
import { arity, features, slopes } from "./memory";
import * as settings from "./settings";

/**
 * σ(z) of some examples and one slice of nodes, into `features`; with `withSlopes` also σ′(z), into
 * `slopes`. z is the sum, or entry by entry the product, of the rows of W that an example's operands
 * name: no one-hot vector is made.
 */
export function computeFeatures(
  activation: i32,
  operands: usize,
  rows: i32,
  sliceOfW: usize,
  nodes: i32,
  withSlopes: bool,
): void {
  const bytes = (<usize>nodes) << 2;
  if (activation === QUADRATIC && arity === 2 && !settings.multiplies()) {
    squareSums(operands, rows, sliceOfW, bytes, withSlopes);
    return;
  }
  for (let row: usize = 0; row < <usize>rows; row++) {
    const target = features + row * SLICE_ROW;
    const from = operands + ((row * <usize>arity) << 2);
    if (settings.multiplies()) multiplyRows(from, sliceOfW, bytes, target);
    else sumRows(from, sliceOfW, bytes, target);
    activate(activation, target, bytes, slopes + row * SLICE_ROW, withSlopes);
  }
}

/** z² of two operands and 2z, in one pass: whole panels of nodes. */
function squareSums(
  operands: usize,
  rows: i32,
  sliceOfW: usize,
  bytes: usize,
  withSlopes: bool,
): void {
  for (let row: usize = 0; row < <usize>rows; row++) {
    let first = sliceOfW + <usize>load<u32>(operands);
    let second = sliceOfW + <usize>load<u32>(operands, 4);
    let target = features + row * SLICE_ROW;
    const end = target + bytes;
    if (withSlopes) {
      let slope = slopes + row * SLICE_ROW;
      do {
        const z0 = f32x4.add(v128.load(first), v128.load(second));
        const z1 = f32x4.add(v128.load(first, 16), v128.load(second, 16));
        v128.store(target, f32x4.mul(z0, z0));
        v128.store(target, f32x4.mul(z1, z1), 16);
        v128.store(slope, f32x4.add(z0, z0));
        v128.store(slope, f32x4.add(z1, z1), 16);
        first += 32;
        second += 32;
        target += 32;
        slope += 32;
      } while (target < end);
    } else {
      do {
        const z0 = f32x4.add(v128.load(first), v128.load(second));
        const z1 = f32x4.add(v128.load(first, 16), v128.load(second, 16));
        v128.store(target, f32x4.mul(z0, z0));
        v128.store(target, f32x4.mul(z1, z1), 16);
        first += 32;
        second += 32;
        target += 32;
      } while (target < end);
    }
    operands += 8;
  }
}

function sumRows(operands: usize, sliceOfW: usize, bytes: usize, target: usize): void {
  const first = sliceOfW + <usize>load<u32>(operands);
  if (arity === 1) {
    memory.copy(target, first, bytes);
    return;
  }
  let next = sliceOfW + <usize>load<u32>(operands, 4);
  for (let j: usize = 0; j < bytes; j += 16) {
    v128.store(target + j, f32x4.add(v128.load(first + j), v128.load(next + j)));
  }
  for (let operand: usize = 2; operand < <usize>arity; operand++) {
    next = sliceOfW + <usize>load<u32>(operands + (operand << 2));
    for (let j: usize = 0; j < bytes; j += 16) {
      v128.store(target + j, f32x4.add(v128.load(target + j), v128.load(next + j)));
    }
  }
}

function multiplyRows(operands: usize, sliceOfW: usize, bytes: usize, target: usize): void {
  memory.copy(target, sliceOfW + <usize>load<u32>(operands), bytes);
  for (let operand: usize = 1; operand < <usize>arity; operand++) {
    const next = sliceOfW + <usize>load<u32>(operands + (operand << 2));
    for (let j: usize = 0; j < bytes; j += 16) {
      v128.store(target + j, f32x4.mul(v128.load(target + j), v128.load(next + j)));
    }
  }
}

function activate(
  activation: i32,
  row: usize,
  bytes: usize,
  slopeRow: usize,
  withSlopes: bool,
): void {
  const end = row + bytes;
  const toSlope = slopeRow - row;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (activation === QUADRATIC) {
    for (; row < end; row += 16) {
      const z = v128.load(row);
      v128.store(row, f32x4.mul(z, z));
      if (withSlopes) v128.store(row + toSlope, f32x4.add(z, z));
    }
  } else if (activation === RELU) {
    for (; row < end; row += 16) {
      const z = v128.load(row);
      v128.store(row, f32x4.max(z, zero));
      if (withSlopes) v128.store(row + toSlope, v128.and(f32x4.gt(z, zero), one));
    }
  } else if (activation === RELU2) {
    for (; row < end; row += 16) {
      const positive = f32x4.max(v128.load(row), zero);
      v128.store(row, f32x4.mul(positive, positive));
      if (withSlopes) v128.store(row + toSlope, f32x4.add(positive, positive));
    }
  } else if (activation === POWER) {
    const exponent = settings.firstNumber();
    const factor = f32x4.splat(exponent);
    for (; row < end; row += 16) {
      const z = v128.load(row);
      let below = z;
      for (let i: f32 = 2; i < exponent; i++) below = f32x4.mul(below, z);
      v128.store(row, f32x4.mul(below, z));
      if (withSlopes) v128.store(row + toSlope, f32x4.mul(factor, below));
    }
  } else if (activation === MIXED) {
    const a = f32x4.splat(settings.firstNumber());
    const b = f32x4.splat(settings.secondNumber());
    for (; row < end; row += 16) {
      const z = v128.load(row);
      const bz = f32x4.mul(b, z);
      v128.store(row, f32x4.mul(z, f32x4.add(a, bz)));
      if (withSlopes) v128.store(row + toSlope, f32x4.add(a, f32x4.add(bz, bz)));
    }
  } else {
    for (; row < end; row += 16) {
      const z = v128.load(row);
      const sigmoid = f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(z))));
      v128.store(row, f32x4.mul(z, sigmoid));
      if (withSlopes) {
        const bend = f32x4.mul(z, f32x4.sub(one, sigmoid));
        v128.store(row + toSlope, f32x4.mul(sigmoid, f32x4.add(one, bend)));
      }
    }
  }
}
