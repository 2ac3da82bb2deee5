import { BLOCK_PANEL, MSE } from "./constants";
import { exponential, logarithm } from "./exponential";
import { classes, panels } from "./memory";
import * as settings from "./settings";

/*
 * Loss, answer and ∂loss/∂logits of one example, whose logits lie in panels: classes 8p … 8p + 7 at
 * row + p·BLOCK_PANEL. Sums are taken in float64, in an order that depends on nothing but the number
 * of classes.
 */

const firstLanes = i32x4(0, 1, 2, 3);

function lanesFrom(start: i32): v128 {
  return i32x4.add(i32x4.splat(start), firstLanes);
}

function isClass(lanes: v128): v128 {
  return i32x4.lt_s(lanes, i32x4.splat(classes));
}

function lowHalf(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

function highHalf(x: v128): v128 {
  return f64x2.promote_low_f32x4(i32x4.shuffle(x, x, 2, 3, 2, 3));
}

function narrow(low: v128, high: v128): v128 {
  const left = f32x4.demote_f64x2_zero(low);
  const right = f32x4.demote_f64x2_zero(high);
  return i32x4.shuffle(left, right, 0, 1, 4, 5);
}

function total(low: v128, high: v128): f64 {
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** The first largest logit's class. */
export function answer(row: usize): i32 {
  const lastRow = row + <usize>(panels - 1) * BLOCK_PANEL;
  let left = f32x4.splat(-Infinity);
  let right = left;
  for (let at = row; at < lastRow; at += BLOCK_PANEL) {
    left = f32x4.pmax(left, v128.load(at));
    right = f32x4.pmax(right, v128.load(at, 16));
  }
  const lanes = lanesFrom((panels - 1) * 8);
  const lastLeft = onlyClasses(v128.load(lastRow), lanes);
  const lastRight = onlyClasses(v128.load(lastRow, 16), i32x4.add(lanes, i32x4.splat(4)));
  left = f32x4.pmax(f32x4.pmax(left, lastLeft), f32x4.pmax(right, lastRight));
  left = f32x4.pmax(left, i32x4.shuffle(left, left, 2, 3, 0, 1));
  left = f32x4.pmax(left, i32x4.shuffle(left, left, 1, 0, 3, 2));
  if (f32x4.extract_lane(left, 0) === -Infinity) return 0;
  let c = 0;
  for (let at = row; at < lastRow; at += BLOCK_PANEL) {
    const equal = maskOf(v128.load(at), v128.load(at, 16), left);
    if (equal !== 0) return c + ctz(equal);
    c += 8;
  }
  return c + ctz(maskOf(lastLeft, lastRight, left));
}

/** −∞ in lanes that are no class. */
function onlyClasses(logits: v128, lanes: v128): v128 {
  return v128.bitselect(logits, f32x4.splat(-Infinity), isClass(lanes));
}

/** Which of a panel's 8 logits equal a value. */
function maskOf(left: v128, right: v128, value: v128): i32 {
  return i32x4.bitmask(f32x4.eq(left, value)) | (i32x4.bitmask(f32x4.eq(right, value)) << 4);
}

/**
 * The loss of one example, not yet divided by their number; overwrites the logits.
 *
 * @param best what `answer` says of these logits
 * @param scale the gradient is multiplied by it; 0: no gradient is wanted
 */
export function exampleLoss(loss: i32, row: usize, label: i32, best: i32, scale: f64): f64 {
  return loss === MSE ? squaredError(row, label, scale) : crossEntropy(row, label, best, scale);
}

/** Σ over classes of (o − mean of o − s·(onehot − 1/M))², s the label scale. */
function squaredError(row: usize, label: i32, scale: f64): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let panel = 0; panel < panels; panel++) {
    const at = row + <usize>panel * BLOCK_PANEL;
    const left = v128.load(at);
    const right = v128.load(at, 16);
    low = f64x2.add(f64x2.add(low, lowHalf(left)), lowHalf(right));
    high = f64x2.add(f64x2.add(high, highHalf(left)), highHalf(right));
  }
  const labelScale = settings.labelScale();
  const shift = f64x2.splat((<f64>labelScale - total(low, high)) / <f64>classes);
  const atLabel = f32x4.splat(labelScale);
  const ofLabel = i32x4.splat(label);
  const factor = f64x2.splat(2 * scale);
  let lanes = firstLanes;
  low = f64x2.splat(0);
  high = f64x2.splat(0);
  for (let panel = 0; panel < panels; panel++) {
    for (let half = 0; half < 2; half++) {
      const at = row + <usize>panel * BLOCK_PANEL + ((<usize>half) << 4);
      const target = v128.and(i32x4.eq(lanes, ofLabel), atLabel);
      const logits = v128.load(at);
      let first = f64x2.sub(f64x2.add(lowHalf(logits), shift), lowHalf(target));
      let second = f64x2.sub(f64x2.add(highHalf(logits), shift), highHalf(target));
      if (panel === panels - 1) {
        const valid = isClass(lanes);
        first = v128.and(first, i64x2.extend_low_i32x4_s(valid));
        second = v128.and(second, i64x2.extend_high_i32x4_s(valid));
      }
      low = f64x2.add(low, f64x2.mul(first, first));
      high = f64x2.add(high, f64x2.mul(second, second));
      if (scale !== 0) v128.store(at, narrow(f64x2.mul(first, factor), f64x2.mul(second, factor)));
      lanes = i32x4.add(lanes, i32x4.splat(4));
    }
  }
  return total(low, high);
}

/** −ln softmax at the label. */
function crossEntropy(row: usize, label: i32, best: i32, scale: f64): f64 {
  const highest = logit(row, best);
  const atLabel = logit(row, label);
  const shift = f32x4.splat(highest);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let panel = 0; panel < panels; panel++) {
    for (let half = 0; half < 2; half++) {
      const at = row + <usize>panel * BLOCK_PANEL + ((<usize>half) << 4);
      const power = v128.and(
        exponential(f32x4.sub(v128.load(at), shift)),
        isClass(lanesFrom(panel * 8 + half * 4)),
      );
      v128.store(at, power);
      low = f64x2.add(low, lowHalf(power));
      high = f64x2.add(high, highHalf(power));
    }
  }
  const sum = total(low, high);
  if (scale !== 0) softmaxGradient(row, label, 1 / sum, scale);
  return logarithm(sum) - (<f64>atLabel - <f64>highest);
}

function softmaxGradient(row: usize, label: i32, normaliser: f64, scale: f64): void {
  const share = f64x2.splat(normaliser);
  const factor = f64x2.splat(scale);
  for (let panel = 0; panel < panels; panel++) {
    for (let half = 0; half < 2; half++) {
      const at = row + <usize>panel * BLOCK_PANEL + ((<usize>half) << 4);
      const lanes = lanesFrom(panel * 8 + half * 4);
      const target = v128.and(i32x4.eq(lanes, i32x4.splat(label)), f32x4.splat(1));
      const power = v128.load(at);
      const first = f64x2.sub(f64x2.mul(lowHalf(power), share), lowHalf(target));
      const second = f64x2.sub(f64x2.mul(highHalf(power), share), highHalf(target));
      v128.store(at, narrow(f64x2.mul(first, factor), f64x2.mul(second, factor)));
    }
  }
}

function logit(row: usize, c: i32): f32 {
  return load<f32>(row + <usize>(c >> 3) * BLOCK_PANEL + ((<usize>(c & 7)) << 2));
}
