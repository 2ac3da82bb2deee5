import type { Configuration } from "../configurations.ts";
import type { Contestant } from "../contestants/contestant.ts";
import { race, type Timing } from "./race.ts";

/** How the cost of a step grows while one size grows and the others stay. */
export interface Growth {
  readonly size: "K" | "M" | "n";
  readonly points: readonly GrowthPoint[];
}

interface GrowthPoint extends Omit<Configuration, "name"> {
  readonly timings: readonly Pick<Timing, "contestant" | "threads" | "step" | "rate">[];
}

type Sizes = Omit<Configuration, "name">;

/** The sizes that grow, one at a time: width, order of the group, examples shown. */
export const growths: Readonly<Record<Growth["size"], readonly Sizes[]>> = {
  K: [64, 128, 256, 512, 1024, 2048].map((K) => ({ M: 71, K, n: 2016 })),
  M: [23, 47, 71, 97, 127, 163, 199].map((M) => ({ M, K: 512, n: 500 })),
  n: [250, 500, 1000, 2000, 4000, 8000, 16000].map((n) => ({ M: 127, K: 512, n })),
};

export async function measureGrowth(
  size: Growth["size"],
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Growth> {
  const points: GrowthPoint[] = [];
  for (const sizes of growths[size]) {
    const name = `${size} = ${sizes[size]}`;
    const { timings } = await race({ name, ...sizes }, contestants, rounds);
    points.push({
      ...sizes,
      timings: timings.map(({ contestant, threads, step, rate }) => ({
        ...{ contestant, threads, step, rate },
      })),
    });
  }
  return { size, points };
}

/** The exponent e of step ∝ sizeᵉ that fits best, by least squares on logarithms. */
export function exponent(sizes: readonly number[], milliseconds: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = milliseconds.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, i) => (value - meanX) * (y[i] - meanY)));
  return covariance / mean(x.map((value) => (value - meanX) ** 2));
}
