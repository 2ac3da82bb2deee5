import { isOne } from "./is-one.ts";

/** About `wanted` round numbers (1, 2 or 5 times a power of ten apart) in [low, high]. */
export function linearTicks(low: number, high: number, wanted: number, smallest = 0): number[] {
  if (!(high > low) || isOne(low, high)) return [low];
  const rough = Math.max(smallest, (high - low) / Math.max(1, wanted));
  const power = Math.floor(Math.log10(rough) + 1e-9);
  const factor = rough / 10 ** power;
  const leading = factor <= 1.001 ? 1 : factor <= 2.001 ? 2 : factor <= 5.001 ? 5 : 10;
  // dividing by a whole number is exact where multiplying by 0.1 is not
  const at = (i: number) => (power < 0 ? (i * leading) / 10 ** -power : i * leading * 10 ** power);
  const first = Math.ceil(low / at(1) - 1e-9) + 0;
  const last = Math.floor((high * (1 + 1e-12)) / at(1));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => at(first + i));
}
