import { randomStream } from "@grokscape/group-datasets";

export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** The middle of numbers; where there is none, a run counts as later than all. */
export function median(values: readonly (number | null)[]): number | null {
  return middle(Float64Array.from(values, (value) => value ?? Number.POSITIVE_INFINITY).sort());
}

/** Of sorted numbers; of an even count, the mean of the two in the middle. */
function middle(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  const value = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return Number.isFinite(value) ? value : null;
}

/** The same of ascending numbers, each drawn so many times; as many draws as there are numbers. */
function middleOfDrawn(numbers: readonly number[], drawn: Uint32Array): number {
  const count = numbers.length;
  const at = (rank: number) => {
    let i = 0;
    for (let seen = drawn[0]; seen < rank; seen += drawn[i]) i++;
    return numbers[i];
  };
  const low = at(Math.ceil(count / 2));
  return count % 2 === 1 ? low : (low + at(count / 2 + 1)) / 2;
}

const resamples = 1000;

/**
 * A 95 % interval of the median, by the bootstrap: medians of 1000 samples drawn from the values with
 * replacement, with a fixed seed, so that the same values give the same interval. null where a run that has
 * no number counts as later than all.
 */
export function medianInterval(values: readonly (number | null)[]): Interval {
  if (values.length === 0) return { low: null, high: null };
  const numbers = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const stream = randomStream(1, "monte-carlo");
  const drawn = new Uint32Array(numbers.length);
  const medians = Array.from({ length: resamples }, () => {
    drawn.fill(0);
    for (let i = 0; i < numbers.length; i++) {
      drawn[Math.floor(((stream.next() >>> 0) / 2 ** 32) * numbers.length)]++;
    }
    return middleOfDrawn(numbers, drawn);
  }).sort((a, b) => (a < b ? -1 : 1));
  const at = (share: number) => {
    const value = medians[Math.min(resamples - 1, Math.floor(share * resamples))];
    return Number.isFinite(value) ? value : null;
  };
  return { low: at(0.025), high: at(0.975) };
}

/** Spearman's: the correlation of the ranks, those that are equal sharing theirs; NaN where one does not vary. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [ranks(one), ranks(other)];
  const centre = (one.length - 1) / 2;
  let [both, ofFirst, ofSecond] = [0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    both += (first[i] - centre) * (second[i] - centre);
    ofFirst += (first[i] - centre) ** 2;
    ofSecond += (second[i] - centre) ** 2;
  }
  return both / Math.sqrt(ofFirst * ofSecond);
}

/** From 0 on. */
function ranks(values: readonly number[]): number[] {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const found: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let i = from; i <= to; i++) found[order[i]] = (from + to) / 2;
    from = to + 1;
  }
  return found;
}

/**
 * A 95 % interval by the bootstrap, from 1000 drawn samples with a fixed seed.
 *
 * @param statistic of a sample that `draw` draws: so many places out of as many, with replacement; left out
 * where it is NaN
 */
export function bootstrapInterval(
  statistic: (draw: (count: number) => number[]) => number,
): Interval {
  const stream = randomStream(1, "monte-carlo");
  const draw = (count: number) =>
    Array.from({ length: count }, () => Math.floor(((stream.next() >>> 0) / 2 ** 32) * count));
  const found = Array.from({ length: resamples }, () => statistic(draw))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))];
  return { low: at(0.025) ?? null, high: at(0.975) ?? null };
}
