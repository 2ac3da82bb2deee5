/*
 * What works entry by entry on rows; lines are rows. The second matrix may be one row or one column,
 * which is repeated: its stride is then 0, or `byColumn` is set. Where `adds` is set, the result is
 * added to what is there.
 */

import { exponential } from "../exponential";
import { argument, number } from "./program";

function put(to: usize, value: v128, adds: bool): void {
  v128.store(to, adds ? f32x4.add(v128.load(to), value) : value);
}

function second(b: usize, i: usize, byColumn: bool): v128 {
  return byColumn ? v128.load32_splat(b) : v128.load(b + i);
}

/** c = a + b. Arguments: c, stride, a, b, stride of b, byColumn. */
export function add(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const strideOfB = argument(at, 4);
  const byColumn = argument(at, 5) !== 0;
  let c = argument(at, 0) + <usize>from * stride;
  let a = argument(at, 2) + <usize>from * stride;
  let b = argument(at, 3) + <usize>from * strideOfB;
  for (let row = from; row < to; row++) {
    for (let i: usize = 0; i < stride; i += 16) {
      v128.store(c + i, f32x4.add(v128.load(a + i), second(b, i, byColumn)));
    }
    c += stride;
    a += stride;
    b += strideOfB;
  }
}

/** c = a·b. Arguments: c, stride, a, b, stride of b, byColumn, adds. */
export function times(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const strideOfB = argument(at, 4);
  const byColumn = argument(at, 5) !== 0;
  const adds = argument(at, 6) !== 0;
  let c = argument(at, 0) + <usize>from * stride;
  let a = argument(at, 2) + <usize>from * stride;
  let b = argument(at, 3) + <usize>from * strideOfB;
  for (let row = from; row < to; row++) {
    for (let i: usize = 0; i < stride; i += 16) {
      put(c + i, f32x4.mul(v128.load(a + i), second(b, i, byColumn)), adds);
    }
    c += stride;
    a += stride;
    b += strideOfB;
  }
}

/** c = factor·b. Arguments: c, stride, b, stride of b, byColumn, adds, factor. */
export function scale(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const strideOfB = argument(at, 3);
  const byColumn = argument(at, 4) !== 0;
  const adds = argument(at, 5) !== 0;
  const factor = f32x4.splat(number(at, 6));
  let c = argument(at, 0) + <usize>from * stride;
  let b = argument(at, 2) + <usize>from * strideOfB;
  for (let row = from; row < to; row++) {
    for (let i: usize = 0; i < stride; i += 16) {
      put(c + i, f32x4.mul(factor, second(b, i, byColumn)), adds);
    }
    c += stride;
    b += strideOfB;
  }
}

/** c = 0. Arguments: c, stride. */
export function clear(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  memory.fill(argument(at, 0) + <usize>from * stride, 0, <usize>(to - from) * stride);
}

/** Bytes of each row from a to c. Arguments: c, its stride, a, its stride, bytes, adds. */
export function place(at: usize, from: i32, to: i32): void {
  const strideOfC = argument(at, 1);
  const strideOfA = argument(at, 3);
  const bytes = argument(at, 4);
  const adds = argument(at, 5) !== 0;
  let c = argument(at, 0) + <usize>from * strideOfC;
  let a = argument(at, 2) + <usize>from * strideOfA;
  for (let row = from; row < to; row++) {
    if (adds) {
      for (let i: usize = 0; i < bytes; i += 4) {
        store<f32>(c + i, load<f32>(c + i) + load<f32>(a + i));
      }
    } else {
      memory.copy(c, a, bytes);
    }
    c += strideOfC;
    a += strideOfA;
  }
}

/** c = 1/√(a + ε). Arguments: c, stride, a, ε. */
export function inverseRoot(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const epsilon = f32x4.splat(number(at, 3));
  const one = f32x4.splat(1);
  const start = <usize>from * stride;
  const end = <usize>to * stride;
  for (let i = start; i < end; i += 16) {
    const root = f32x4.sqrt(f32x4.add(v128.load(argument(at, 2) + i), epsilon));
    v128.store(argument(at, 0) + i, f32x4.div(one, root));
  }
}

/** da = −½·g·y³ for y = 1/√(a + ε). Arguments: da, stride, g, y, adds. */
export function inverseRootSlope(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 1);
  const adds = argument(at, 4) !== 0;
  const half = f32x4.splat(-0.5);
  const start = <usize>from * stride;
  const end = <usize>to * stride;
  for (let i = start; i < end; i += 16) {
    const y = v128.load(argument(at, 3) + i);
    const cube = f32x4.mul(f32x4.mul(y, y), y);
    const slope = f32x4.mul(half, f32x4.mul(v128.load(argument(at, 2) + i), cube));
    put(argument(at, 0) + i, slope, adds);
  }
}

/** pₛ = e^{aₛ}/Σₜ e^{aₜ}. Arguments: stride, the number of a, then each a, then each p. */
export function softmax(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 0);
  const count = <i32>argument(at, 1);
  const start = <usize>from * stride;
  const end = <usize>to * stride;
  for (let i = start; i < end; i += 16) {
    let highest = v128.load(argument(at, 2) + i);
    for (let s = 1; s < count; s++) {
      highest = f32x4.max(highest, v128.load(argument(at, 2 + s) + i));
    }
    let sum = f32x4.splat(0);
    for (let s = 0; s < count; s++) {
      const power = exponential(f32x4.sub(v128.load(argument(at, 2 + s) + i), highest));
      v128.store(argument(at, 2 + count + s) + i, power);
      sum = f32x4.add(sum, power);
    }
    for (let s = 0; s < count; s++) {
      const share = argument(at, 2 + count + s) + i;
      v128.store(share, f32x4.div(v128.load(share), sum));
    }
  }
}

/**
 * daₛ = pₛ·(gₛ − Σₜ gₜ·pₜ). Arguments: stride, the number of p, each p, each g, each da, whether to
 * add to each da.
 */
export function softmaxSlope(at: usize, from: i32, to: i32): void {
  const stride = argument(at, 0);
  const count = <i32>argument(at, 1);
  const start = <usize>from * stride;
  const end = <usize>to * stride;
  for (let i = start; i < end; i += 16) {
    let sum = f32x4.splat(0);
    for (let s = 0; s < count; s++) {
      const g = v128.load(argument(at, 2 + count + s) + i);
      sum = f32x4.add(sum, f32x4.mul(g, v128.load(argument(at, 2 + s) + i)));
    }
    for (let s = 0; s < count; s++) {
      const g = v128.load(argument(at, 2 + count + s) + i);
      const slope = f32x4.mul(v128.load(argument(at, 2 + s) + i), f32x4.sub(g, sum));
      put(argument(at, 2 + 2 * count + s) + i, slope, argument(at, 2 + 3 * count + s) !== 0);
    }
  }
}
