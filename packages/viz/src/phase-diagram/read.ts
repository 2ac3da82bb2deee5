import { PictureError } from "../frame/form.ts";
import type { Series } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import type { PhaseLaw, PhasePoint } from "./record.ts";

/** How many points can be told apart. */
const most = 2000;

/**
 * The points that the axes can show, in the order of x.
 *
 * @throws PictureError when there are too many, or one is measured outside [0, 1]
 */
export function readPoints(points: readonly PhasePoint[], scale: "linear" | "log"): PhasePoint[] {
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
  return shown.sort((one, other) => one.x - other.x);
}

/**
 * A law's curve, NaN where it is no share in [0, 1].
 *
 * @throws PictureError when its points are out of order
 */
export function readLaw({ name, curve }: PhaseLaw, scale: "linear" | "log"): Series {
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
