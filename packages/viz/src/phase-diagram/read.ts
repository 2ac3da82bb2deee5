import { PictureError } from "../frame/form.ts";
import type { ScaleType } from "../frame/scale.ts";
import type { Series } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import type { PhaseLaw, PhasePoint, PhaseTrial, PhaseUnit } from "./record.ts";

/** How many points can be told apart. */
const most = 2000;

/**
 * The points that the axes can show, in the order of x.
 *
 * @throws PictureError when there are too many, or one is measured outside [0, 1]
 */
export function readPoints(points: readonly PhasePoint[], scale: ScaleType): PhasePoint[] {
  if (points.length > most) {
    throw new PictureError(
      `a phase diagram shows at most ${most} points, one for each setting; got ${points.length}`,
    );
  }
  const shown = points.filter(({ x, p }) => Number.isFinite(p) && drawable(x, scale));
  for (const { x, p, low, high } of shown) {
    if (p < 0 || p > 1) throw new PictureError(`p must be a share in [0, 1]; got ${p} at x = ${x}`);
    if (low > p || high < p) {
      throw new PictureError(
        `the interval must hold its p; got ${p} in [${low}, ${high}] at x = ${x}`,
      );
    }
  }
  return shown
    .map((point) => (point.low >= 0 && point.high <= 1 ? point : { ...point, ...unknown }))
    .sort((one, other) => one.x - other.x);
}

const unknown = { low: Number.NaN, high: Number.NaN };

/** The trials that the axes can show. @throws PictureError when more runs understood than were made */
export function readTrials(trials: readonly PhaseTrial[], scale: ScaleType): PhaseTrial[] {
  for (const { runs, generalised } of trials) {
    if (generalised > runs) {
      throw new PictureError(`no more than all ${runs} runs can understand; got ${generalised}`);
    }
  }
  return trials.filter(({ x, p, runs }) => runs > 0 && p >= 0 && p <= 1 && drawable(x, scale));
}

/** How many examples a share of the M² pairs of M symbols is, in a unit; NaN for fewer than two symbols. */
export function amountOf(share: number, order: number, unit: PhaseUnit): number {
  if (unit === "share") return share;
  if (order < 2) return Number.NaN;
  return share * (unit === "perSymbol" ? order : order / Math.log(order));
}

/**
 * A law's curve, NaN where it is no share in [0, 1].
 *
 * @throws PictureError when its points are out of order
 */
export function readLaw({ name, curve }: PhaseLaw, scale: ScaleType): Series {
  const placeable = curve.filter(({ x }) => drawable(x, scale));
  placeable.forEach(({ x }, i) => {
    const before = placeable[i - 1];
    if (before && x < before.x) {
      throw new PictureError(
        `the curve of "${name}" must be in order of x; got ${x} after ${before.x}`,
      );
    }
  });
  return {
    x: Float64Array.from(placeable, ({ x }) => x),
    y: Float64Array.from(placeable, ({ p }) => (p >= 0 && p <= 1 ? p : Number.NaN)),
  };
}

/** What a law's curve says at x, or NaN outside of it. */
export function lawAt({ x: xs, y: ys }: Series, x: number): number {
  const next = xs.findIndex((at) => at >= x);
  if (next < 0) return Number.NaN;
  if (xs[next] === x) return ys[next]!;
  if (next === 0) return Number.NaN;
  const [before, after] = [xs[next - 1]!, xs[next]!];
  return ys[next - 1]! + ((ys[next]! - ys[next - 1]!) * (x - before)) / (after - before);
}
