import { MIXED, POWER, QUADRATIC, RELU, RELU2 } from "../constants";
import { exponential } from "../exponential";
import { argument, number } from "./program";

/** Beside those of the fused kernels: the tanh form of z·Φ(z). */
export const GELU: i32 = 6;

const geluCubic: f32 = 0.044715;
/** 2·√(2/π) */
const geluSlope: f32 = 1.5957691216057308;

function sigmoid(z: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(z))));
}

/** The sigmoid by which gelu multiplies z. */
function geluShare(z: v128, square: v128): v128 {
  const bend = f32x4.add(f32x4.splat(1), f32x4.mul(f32x4.splat(geluCubic), square));
  return sigmoid(f32x4.mul(f32x4.splat(geluSlope), f32x4.mul(z, bend)));
}

/** c = σ(a). Lines are rows. Arguments: c, stride, a, σ, its two numbers. */
export function activate(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const kind = <i32>argument(at, 3);
  const first = number(at, 4);
  const p = f32x4.splat(first);
  const q = f32x4.splat(number(at, 5));
  const zero = f32x4.splat(0);
  let a = argument(at, 2) + <usize>from * stride;
  const end = argument(at, 2) + <usize>to * stride;
  let c = argument(at, 0) + <usize>from * stride;
  for (; a < end; a += 16, c += 16) {
    const z = v128.load(a);
    let value: v128;
    if (kind === QUADRATIC) {
      value = f32x4.mul(z, z);
    } else if (kind === RELU) {
      value = f32x4.max(z, zero);
    } else if (kind === RELU2) {
      const positive = f32x4.max(z, zero);
      value = f32x4.mul(positive, positive);
    } else if (kind === POWER) {
      value = f32x4.mul(z, z);
      for (let i: f32 = 2; i < first; i++) value = f32x4.mul(value, z);
    } else if (kind === MIXED) {
      value = f32x4.mul(z, f32x4.add(p, f32x4.mul(q, z)));
    } else if (kind === GELU) {
      value = f32x4.mul(z, geluShare(z, f32x4.mul(z, z)));
    } else {
      value = f32x4.mul(z, sigmoid(z));
    }
    v128.store(c, value);
  }
}

/** da = g·σ′(a). Lines are rows. Arguments: da, stride, g, a, σ, its two numbers, adds. */
export function activationSlope(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const kind = <i32>argument(at, 4);
  const first = number(at, 5);
  const p = f32x4.splat(first);
  const q = f32x4.splat(number(at, 6));
  const adds = argument(at, 7) !== 0;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  let a = argument(at, 3) + <usize>from * stride;
  const end = argument(at, 3) + <usize>to * stride;
  let g = argument(at, 2) + <usize>from * stride;
  let da = argument(at, 0) + <usize>from * stride;
  for (; a < end; a += 16, g += 16, da += 16) {
    const z = v128.load(a);
    let slope: v128;
    if (kind === QUADRATIC) {
      slope = f32x4.add(z, z);
    } else if (kind === RELU) {
      slope = v128.and(f32x4.gt(z, zero), one);
    } else if (kind === RELU2) {
      const positive = f32x4.max(z, zero);
      slope = f32x4.add(positive, positive);
    } else if (kind === POWER) {
      slope = f32x4.mul(p, z);
      for (let i: f32 = 2; i < first; i++) slope = f32x4.mul(slope, z);
    } else if (kind === MIXED) {
      const bend = f32x4.mul(q, z);
      slope = f32x4.add(p, f32x4.add(bend, bend));
    } else if (kind === GELU) {
      const square = f32x4.mul(z, z);
      const s = geluShare(z, square);
      const steep = f32x4.add(one, f32x4.mul(f32x4.splat(3 * geluCubic), square));
      const bend = f32x4.mul(
        f32x4.mul(z, f32x4.sub(one, s)),
        f32x4.mul(f32x4.splat(geluSlope), steep),
      );
      slope = f32x4.mul(s, f32x4.add(one, bend));
    } else {
      const s = sigmoid(z);
      slope = f32x4.mul(s, f32x4.add(one, f32x4.mul(z, f32x4.sub(one, s))));
    }
    const value = f32x4.mul(v128.load(g), slope);
    v128.store(da, adds ? f32x4.add(v128.load(da), value) : value);
  }
}
