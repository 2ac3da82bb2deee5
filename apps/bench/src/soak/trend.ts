/** How a quantity grows with another, by least squares. */
export interface Trend {
  /** Of the quantity, for one more of the other. */
  readonly slope: number;
  /** Ends of a 95 % interval of the slope. */
  readonly least: number;
  readonly most: number;
}

const blocks = 10;
/** Of Student's t with `blocks` − 1 degrees of freedom, two-sided 95 %. */
const t = 2.262;

/**
 * The slope of points, with the interval that leaving out a tenth of them after the other gives (a jackknife of
 * blocks in order, since neighbours resemble each other).
 *
 * @param points [x, y], by x
 */
export function trend(points: readonly (readonly [number, number])[]): Trend {
  const slope = slopeOf(points);
  const without = Array.from({ length: blocks }, (_, block) =>
    slopeOf(points.filter((_, i) => Math.floor((i * blocks) / points.length) !== block)),
  );
  const mean = without.reduce((a, b) => a + b) / blocks;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = t * Math.sqrt(((blocks - 1) / blocks) * spread);
  return { slope, least: slope - half, most: slope + half };
}

function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const together = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return together / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
