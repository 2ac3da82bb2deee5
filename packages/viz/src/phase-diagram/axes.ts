import { extent, numberAxis } from "../axes/number-axis.ts";
import type { Axis } from "../frame/axes.ts";
import type { ScaleType } from "../frame/scale.ts";
import { hasInterval, type ReadLaw } from "./caption.ts";
import type { PhasePoint } from "./record.ts";

/** The settings that points and laws span, with a little room on both sides. */
export function settingAxis(
  points: readonly PhasePoint[],
  laws: readonly ReadLaw[],
  type: ScaleType,
  name: string,
  wanted: number,
): Axis {
  const ends = laws.flatMap(({ series: { x } }) => (x.length ? [x[0]!, x[x.length - 1]!] : []));
  const span = extent([...points.map(({ x }) => x), ...ends], type);
  return numberAxis(name, span, { type, room: 0.04, wanted });
}

/** Shares from 0 to what points, intervals and laws reach. */
export function shareAxis(
  points: readonly PhasePoint[],
  laws: readonly ReadLaw[],
  name: string,
): Axis {
  let most = 0;
  for (const point of points) {
    most = Math.max(most, point.p, hasInterval(point) ? point.high : 0);
  }
  for (const { series } of laws) {
    for (const p of series.y) if (p > most) most = p;
  }
  const format = (tick: number) => String(Number((tick * 100).toPrecision(6)));
  return numberAxis(name, [0, Math.min(1, most * 1.15 || 1)], { format });
}
