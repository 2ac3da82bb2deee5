import { type ComplexArray, complexArray } from "./complex-matrix.ts";

/**
 * The n-th roots of unity exp(2πik/n), k = 0 … n − 1, from +, −, × and ÷ alone, so that they are the same bits in every engine, which Math.cos does not
 * promise; within 1 unit in the last place, and exact where they are 0, ±½ or ±1. Roots that mirror
 * one another do so exactly. For n up to 2²⁴.
 */
export function rootsOfUnity(n: number): ComplexArray {
  const { re, im } = complexArray(n);
  for (let k = 0; k < n; k++) {
    const octant = Math.floor((8 * k) / n);
    const rest = 8 * k - octant * n;
    // odd octants are measured from their end
    const { cosine, sine } = withinOctant(octant % 2 === 0 ? rest : n - rest, n);
    const swapped = octant % 4 === 1 || octant % 4 === 2;
    const [x, y] = swapped ? [sine, cosine] : [cosine, sine];
    re[k] = octant >= 2 && octant < 6 ? 0 - x : x;
    im[k] = octant >= 4 ? 0 - y : y;
  }
  return { re, im };
}

/** π/4: 26 bits, and the rest. */
const high = 52_707_178 / 2 ** 26;
const low = Math.PI / 4 - high + 1.2246467991473532e-16 / 4;

/** cos x and sin x for x = π/4 · part/n, 0 ≤ part ≤ n, by their Taylor series. */
function withinOctant(part: number, n: number): { cosine: number; sine: number } {
  if (part === n) return { cosine: Math.SQRT1_2, sine: Math.SQRT1_2 };
  // x as a number of 26 bits, whose square is exact, and the rest of it
  const split = ((high * part) / n) * (2 ** 27 + 1);
  const x = split - (split - (high * part) / n);
  const rest = (high * part - x * n + low * part) / n;
  const square = x * x;
  let cosineTail = 0;
  for (let k = 18; k > 2; k -= 2) cosineTail = (square * (1 - cosineTail)) / (k * (k - 1));
  let sineTail = 0;
  for (let k = 19; k > 1; k -= 2) sineTail = (square * (1 - sineTail)) / (k * (k - 1));
  const half = square / 2;
  const [cosine, sine] = [1 - half, x - x * sineTail];
  const lost = 1 - cosine - half;
  return {
    cosine: cosine + (lost + half * cosineTail - rest * sine - (rest * rest) / 2),
    sine: x + (rest * (cosine + half * cosineTail) - x * sineTail - (rest * rest * x) / 2),
  };
}
