import { linearTicks } from "./linear-ticks.ts";

/**
 * At most about `wanted` round numbers in [low, high], both above 0: powers of ten, evenly thinned
 * where there are many, with 2 and 5 between them where there are few.
 */
export function logTicks(low: number, high: number, wanted: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const decades = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const every = Math.ceil(decades.length / Math.max(1, wanted));
  const powers = decades.filter((exponent) => exponent % every === 0).map(power);
  if (powers.length >= Math.min(3, wanted)) return powers;
  const fine = [first - 1, ...decades]
    .flatMap((exponent) => [1, 2, 5].map((leading) => leading * power(exponent)))
    .map((value) => Number(value.toPrecision(3)))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  if (fine.length > wanted + 1) return powers;
  return fine.length >= 2 ? fine : linearTicks(low, high, wanted);
}

const power = (exponent: number) => (exponent < 0 ? 1 / 10 ** -exponent : 10 ** exponent);
