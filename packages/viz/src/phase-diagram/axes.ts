import { extent, numberAxis } from "../axes/number-axis.ts";
import type { Axis } from "../frame/axes.ts";
import type { ScaleType } from "../frame/scale.ts";
import { hasInterval, type ReadLaw } from "./caption.ts";
import type { PhasePoint, PhaseTrial, PhaseUnit } from "./record.ts";

/** The settings that points and laws span, with a little room on both sides. */
export function settingAxis(
  points: readonly Pick<PhasePoint, "x">[],
  laws: readonly ReadLaw[],
  type: ScaleType,
  name: string,
  wanted: number,
): Axis {
  const ends = laws.flatMap(({ series: { x } }) => (x.length ? [x[0]!, x[x.length - 1]!] : []));
  const span = extent([...points.map(({ x }) => x), ...ends], type);
  return numberAxis(name, span, { type, room: 0.04, wanted });
}

/** Amounts from 0 to what points, intervals, trials and laws reach. */
export function amountAxis(
  points: readonly PhasePoint[],
  trials: readonly PhaseTrial[],
  laws: readonly ReadLaw[],
  name: string,
  unit: PhaseUnit,
): Axis {
  let most = trials.reduce((most, { p }) => Math.max(most, p), 0);
  for (const point of points) {
    most = Math.max(most, point.p, hasInterval(point) ? point.high : 0);
  }
  for (const { series } of laws) {
    for (const p of series.y) if (p > most) most = p;
  }
  const shares = unit === "share";
  const end = most * 1.15 || 1;
  return numberAxis(name, [0, shares ? Math.min(1, end) : end], {
    format: (tick) => String(Number((tick * (shares ? 100 : 1)).toPrecision(6))),
  });
}
