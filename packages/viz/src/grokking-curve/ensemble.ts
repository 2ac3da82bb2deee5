import type { ScaleType } from "../frame/scale.ts";
import type { CurveRecord, Quantity, Side } from "../record.ts";
import { type Reading, read } from "../series/read.ts";

/** A side's values over the steps, of one run or of several. */
export interface Curves {
  /** The values of the one run, or the medians. */
  readonly middle: Reading;
  /** The least and the greatest of several runs, at the steps of `middle`. */
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
}

/** How many steps medians are taken at: more than a picture has columns. */
const most = 3000;

/**
 * One side of one run as it is, or of several: the median and the range at each step that any of
 * them was measured at. A run that has ended keeps its last value.
 *
 * @throws PictureError when steps do not ascend
 */
export function curvesOf(
  records: readonly CurveRecord[],
  side: Side,
  quantity: Quantity,
  scale: ScaleType,
): Curves {
  const readings = records.map(({ metrics }) => read(metrics, side, quantity, scale));
  const [only, ...others] = readings;
  if (!only) return { middle: read([], side, quantity, scale), band: null };
  if (others.length === 0) return { middle: only, band: null };

  const steps = stepsOf(readings);
  const middle = new Float64Array(steps.length);
  const low = new Float64Array(steps.length);
  const high = new Float64Array(steps.length);
  const places = readings.map(() => 0);
  let last: Reading["last"] = null;
  for (const [i, step] of steps.entries()) {
    const values = readings
      .map(({ x, y }, run) => {
        while (places[run]! + 1 < x.length && x[places[run]! + 1]! <= step) places[run]!++;
        return x.length && x[places[run]!]! <= step ? y[places[run]!]! : Number.NaN;
      })
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    middle[i] = median(values);
    low[i] = values[0] ?? Number.NaN;
    high[i] = values.at(-1) ?? Number.NaN;
    if (values.length) last = { index: i, value: middle[i]! };
  }
  const missing = readings.reduce((sum, reading) => sum + reading.missing, 0);
  return { middle: { x: steps, y: middle, missing, last }, band: { low, high } };
}

/** Every step that any run was measured at, or so many of them, evenly spaced. */
function stepsOf(readings: readonly Reading[]): Float64Array {
  const all = new Set<number>();
  for (const { x } of readings) {
    const every = Math.max(1, Math.ceil(x.length / most));
    for (let i = 0; i < x.length; i += every) all.add(x[i]!);
    if (x.length) all.add(x[x.length - 1]!);
  }
  return Float64Array.from(all).sort();
}

/** Of sorted values; NaN of none. */
const median = (values: readonly number[]): number => {
  const half = values.length / 2;
  return values.length % 2 === 1
    ? values[Math.floor(half)]!
    : (values[half - 1]! + values[half]!) / 2;
};

/** The median of the steps at which runs reached a milestone, of all that did. */
export function milestoneOf(
  records: readonly CurveRecord[],
  name: "memorisedAt" | "generalisedAt",
): number | null {
  const steps = records.flatMap((record) => record[name] ?? []).sort((a, b) => a - b);
  return steps.length ? median(steps) : null;
}

/** Values of all runs that are none to draw, and all values. */
export const gapsOf = (
  records: readonly CurveRecord[],
  curves: readonly Curves[],
): { missing: number; of: number } => ({
  missing: curves.reduce((sum, { middle }) => sum + middle.missing, 0),
  of: records.reduce((sum, { metrics }) => sum + curves.length * metrics.length, 0),
});
