import { InputError, seen } from "@grokscape/group-datasets";

/*
 * exp and log from +, −, ×, ÷ alone. JavaScript leaves the last bits of Math.exp and Math.log to
 * the engine; whatever reaches a weight must be the same everywhere, so it comes from here.
 */

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const smallestExponent = -1074;

/** 2^k for k = −1074 … 1023, made by doubling and halving, which are exact. */
const powersOfTwo = (() => {
  const powers = new Float64Array(1023 - smallestExponent + 1);
  const one = -smallestExponent;
  powers[one] = 1;
  for (let i = one + 1; i < powers.length; i++) powers[i] = powers[i - 1] * 2;
  for (let i = one - 1; i >= 0; i--) powers[i] = powers[i + 1] / 2;
  return powers;
})();

/** 1/k! for k = 0 … 13, made by dividing: Taylor terms of eʳ that still count for |r| ≤ ln 2 / 2. */
const [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13] = (() => {
  const terms = [1];
  for (let k = 1; k <= 13; k++) terms.push(terms[k - 1] / k);
  return terms;
})();

/** eˣ within 2 units in the last place, the same bits in every JavaScript engine. */
export function portableExp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x / Math.LN2 + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  // written out: a loop takes twice the time
  const high = (((((c13 * r + c12) * r + c11) * r + c10) * r + c9) * r + c8) * r + c7;
  const sum = ((((((high * r + c6) * r + c5) * r + c4) * r + c3) * r + c2) * r + c1) * r + c0;
  if (k === 1024) return sum * 2 * powersOfTwo[1023 - smallestExponent];
  if (k < smallestExponent) return (sum / 2) * powersOfTwo[0];
  return sum * powersOfTwo[k - smallestExponent];
}

const bits = new DataView(new ArrayBuffer(8));

/** ln x within 2 units in the last place, the same bits in every JavaScript engine. */
export function portableLog(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  const smallestNormal = 2.2250738585072014e-308;
  if (x < smallestNormal) return portableLog(x * 18014398509481984) - 54 * Math.LN2;
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = (sum + 1 / k) * s2;
  return exponent * ln2High + (exponent * ln2Low + 2 * (s + s * sum));
}

/**
 * baseⁿ by repeated squaring, the same bits in every JavaScript engine.
 *
 * @param n a whole number ≥ 0
 * @throws InputError for another n
 */
export function portablePower(base: number, n: number): number {
  if (!(Number.isInteger(n) && n >= 0)) {
    throw new InputError(`the power must be a whole number ≥ 0, got ${seen(n)}`);
  }
  let result = 1;
  let square = base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** cos(π·x) for x in [0, 1] within 4 units in the last place of 1, the same bits in every JavaScript engine. */
export function portableCosine(x: number): number {
  if (x > 0.5) return -portableCosine(1 - x);
  if (x > 0.25) {
    // cos(2y) = 2·cos²y − 1 would lose digits near π/2: sin of what is left does not
    return taylor((0.5 - x) * Math.PI, 1);
  }
  return taylor(x * Math.PI, 0);
}

/** sin (from = 1) or cos (from = 0) of |angle| ≤ π/4 by its Taylor series, smallest terms first. */
function taylor(angle: number, from: 0 | 1): number {
  const square = angle * angle;
  let sum = 1;
  for (let k = from + 20; k > from; k -= 2) sum = 1 - (sum * square) / (k * (k - 1));
  return from === 1 ? angle * sum : sum;
}
