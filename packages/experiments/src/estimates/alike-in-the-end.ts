import type { Claim } from "../outcome.ts";
import type { PairReadingName } from "../pairs.ts";
import { bootstrapInterval, rankCorrelation } from "../results/statistics.ts";
import { type Estimated, nothing } from "./estimated.ts";

/**
 * Whether variants that are alike in one thing are alike in another: the rank correlation of two readings of
 * pairs, each on the mean over seeds. The interval is of variants and seeds drawn anew, since pairs that have
 * a variant in common are not independent.
 */
export function alikeInTheEnd(
  { variants, pairs = [] }: Pick<Claim, "variants" | "pairs">,
  first: PairReadingName,
  then: PairReadingName,
): Estimated {
  const columns = [first, then] as const;
  const read = new Map(
    pairs.map(({ of, read }) => [of.join("\n"), columns.map((name) => read[name] ?? [])]),
  );
  const seeds = pairs[0]?.read[first]?.length ?? 0;
  if (pairs.length < 3 || seeds === 0) return nothing;

  function correlation(chosen: readonly number[], of: readonly number[]): number {
    const found: [number[], number[]] = [[], []];
    for (const [at, i] of chosen.entries()) {
      for (const j of chosen.slice(at + 1)) {
        const names = [Math.min(i, j), Math.max(i, j)].map((place) => variants[place].name);
        const pair = read.get(names.join("\n"));
        if (!pair) continue; // a variant and itself
        for (const [column, values] of pair.entries()) {
          found[column].push(of.reduce((sum, seed) => sum + values[seed], 0) / of.length);
        }
      }
    }
    return rankCorrelation(...found);
  }
  const all = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    value: correlation(all(variants.length), all(seeds)),
    ...bootstrapInterval((draw) => correlation(draw(variants.length), draw(seeds))),
  };
}
