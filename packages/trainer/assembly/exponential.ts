/*
 * exp and log from +, −, × and ÷ alone: WebAssembly rounds these alike everywhere, so the same
 * input gives the same bits on every machine.
 */

/** eˣ in each lane within 2 units in the last place, for x ≤ 88; 0 below −87.3. */
export function exponential(x: v128): v128 {
  const inRange = f32x4.ge(x, f32x4.splat(-87.3));
  const bounded = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87.3));
  const k = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(<f32>Math.LOG2E)));
  // ln 2 in two parts, the first with zeros at its end so that k times it is exact
  let r = f32x4.sub(bounded, f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(k, f32x4.splat(-2.1219444e-4)));
  // Taylor's terms 1/7! … 1/2!: what follows is below half a unit for |r| ≤ ln 2 / 2
  let sum = f32x4.splat(1.0 / 5040);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 720));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(f32x4.mul(sum, r), r), r);
  sum = f32x4.add(sum, f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127));
  const scaled = f32x4.mul(sum, i32x4.shl(exponent, 23));
  return v128.bitselect(scaled, f32x4.splat(0), inRange);
}

const ln2High: f64 = 0.6931471803691238;
const ln2Low: f64 = 1.9082149292705877e-10;

/** ln x for a normal x > 0, within 2 units in the last place. */
export function logarithm(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let exponent = <i32>(bits >> 52) - 1023;
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let k = 23; k >= 3; k -= 2) sum = (sum + 1 / <f64>k) * square;
  return <f64>exponent * ln2High + (<f64>exponent * ln2Low + 2 * (s + s * sum));
}
