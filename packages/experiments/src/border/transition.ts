import { portableExp, portableLog } from "@grokscape/models";

/**
 * What is believed of a transition, on a grid: a run at x comes with probability 1/(1 + exp((μ − x)/s)),
 * x the logarithm of the varied value. Weights over all pairs (μ, s), μ by μ within each s, that add up
 * to 1. Everything is `portable`, so that the same outcomes lead to the same decisions on every machine.
 */
export interface Transition {
  /** First μ, and the distance to the next. */
  readonly lowest: number;
  readonly spacing: number;
  /** How many μ there are. */
  readonly count: number;
  readonly weights: Float64Array;
  /** For each s the probability to come at a distance of −count … count spacings from μ. */
  readonly curves: readonly Float64Array[];
}

/** Widths s that are thought of, in logarithms of the value: from 1 % to 128 %, each √2 times the one before. */
const widths = Array.from(
  { length: 15 },
  (_, k) => 0.01 * 2 ** (k >> 1) * (k % 2 ? Math.SQRT2 : 1),
);

/** The prior of s is log-normal: 10 %, within a factor of e with probability 68 %. */
const usualWidth = 0.1;

/**
 * Before the first run: μ may lie anywhere in the range and, on either side, as far again as half of it,
 * all with the same weight.
 *
 * @param from, to the range, in logarithms
 * @param precision distance of neighbouring μ, about
 */
export function unknownTransition(from: number, to: number, precision: number): Transition {
  const count = Math.ceil((2 * (to - from)) / precision) + 1;
  const spacing = (2 * (to - from)) / (count - 1);
  const weights = new Float64Array(widths.length * count);
  for (const [k, width] of widths.entries()) {
    const z = portableLog(width / usualWidth);
    weights.fill(portableExp((-z * z) / 2), k * count, (k + 1) * count);
  }
  const lowest = from - (to - from) / 2;
  return normalised({ lowest, spacing, count, weights, curves: curvesOf(spacing, count) });
}

/** Once it is known whether a run at x came. */
export function learnt(transition: Transition, x: number, came: boolean): Transition {
  const { lowest, spacing, count } = transition;
  const weights = Float64Array.from(transition.weights);
  for (const [k, width] of widths.entries()) {
    for (let i = 0; i < count; i++) {
      const z = (lowest + i * spacing - x) / width;
      weights[k * count + i] *= 1 / (1 + portableExp(came ? z : -z));
    }
  }
  return normalised({ ...transition, weights });
}

function normalised(transition: Transition): Transition {
  const { weights } = transition;
  let sum = 0;
  for (const weight of weights) sum += weight;
  return { ...transition, weights: weights.map((weight) => weight / sum) };
}

/** The probability that μ lies below some value, as a function of it and the other way round. */
export function middleOf({ lowest, spacing, count, weights }: Transition) {
  const below = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = 0; k < widths.length; k++) sum += weights[k * count + i];
    below[i + 1] = below[i] + sum;
  }
  const start = lowest - spacing / 2; // each μ stands for the cell around it
  return {
    quantile(share: number): number {
      let i = 0;
      while (i < count - 1 && below[i + 1] < share) i++;
      return start + (i + (share - below[i]) / (below[i + 1] - below[i])) * spacing;
    },
    probabilityBelow(x: number): number {
      const place = Math.min(count, Math.max(0, (x - start) / spacing));
      const i = Math.min(count - 1, Math.floor(place));
      return below[i] + (place - i) * (below[i + 1] - below[i]);
    },
  };
}

/** Where a run comes with the given probability, by all that is believed; within a spacing. */
export function whereComes(transition: Transition, probability: number): number {
  const { lowest, spacing, count, weights, curves } = transition;
  const expected = (place: number) => {
    let sum = 0;
    for (let k = 0; k < widths.length; k++) {
      const curve = curves[k];
      for (let i = 0; i < count; i++) sum += weights[k * count + i] * curve[place - i + count];
    }
    return sum;
  };
  let [low, high] = [0, count - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (expected(middle) < probability) low = middle;
    else high = middle;
  }
  return lowest + high * spacing;
}

const curvesOf = (spacing: number, count: number): readonly Float64Array[] =>
  widths.map((width) =>
    Float64Array.from(
      { length: 2 * count + 1 },
      (_, i) => 1 / (1 + portableExp(((count - i) * spacing) / width)),
    ),
  );
