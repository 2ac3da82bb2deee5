import { mustAllBe, number } from "@grokscape/group-datasets/forms";
/** A 95 % confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** Wilson's 95 % interval for a share of successes in independent trials. */
export function wilsonInterval(successes: number, trials: number): Interval {
  mustAllBe(number, { successes, trials });
  const rate = successes / trials;
  const centre = rate + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((rate * (1 - rate)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - half) / scale), // which rounding leaves above 0
    high: successes === trials ? 1 : Math.min(1, (centre + half) / scale),
  };
}
