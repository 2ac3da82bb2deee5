import type { FiniteGroup } from "@grokscape/group-datasets";

/** A training pair and its label. */
export type Pair = readonly [a: number, b: number, label: number];

/** All M² pairs of a group. */
export const allPairs = ({ order, table }: FiniteGroup): Pair[] =>
  Array.from(table, (label, i) => [Math.floor(i / order), i % order, label]);

/** E(w) = ½‖Ỹᵀσ(Xw)‖², straight from the definition: Ỹ is the centred n×M one-hot matrix. */
export function energyByDefinition(
  pairs: readonly Pair[],
  order: number,
  w: ArrayLike<number>,
  sigma: (z: number) => number,
): number {
  const n = pairs.length;
  const mean = new Float64Array(order);
  for (const [, , label] of pairs) mean[label] += 1 / n;
  let energy = 0;
  for (let h = 0; h < order; h++) {
    let projection = 0;
    for (const [a, b, label] of pairs) {
      projection += ((label === h ? 1 : 0) - mean[h]) * sigma(w[a] + w[order + b]);
    }
    energy += projection ** 2 / 2;
  }
  return energy;
}

/** Uniform draws in [0, 1), the same on every machine (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
