/**
 * ln n for a number n ≥ 1, from +, −, ×, ÷ alone: the same bits on every machine, which Math.log
 * does not promise.
 */
export function naturalLog(n: number): number {
  let halvings = 0;
  let mantissa = n;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    halvings++;
  }
  // ln m = 2 artanh((m − 1)/(m + 1)), whose series needs 16 terms for m ≤ √2
  const s = (mantissa - 1) / (mantissa + 1);
  let series = 0;
  for (let k = 31; k >= 1; k -= 2) series = series * s * s + 1 / k;
  return halvings * Math.LN2 + 2 * s * series;
}
