import { linearTicks } from "../axes/linear-ticks.ts";
import { logTicks } from "../axes/log-ticks.ts";
import type { Axis } from "../frame/axes.ts";
import { count, decade } from "../text/numbers.ts";
import type { ReadLaw } from "./caption.ts";
import type { PhasePoint } from "./record.ts";

/** The settings that points and laws span, with a little room on both sides. */
export function settingAxis(
  points: readonly PhasePoint[],
  laws: readonly ReadLaw[],
  scale: "linear" | "log",
  name: string,
  wanted: number,
): Axis {
  const ends = laws.flatMap(({ series: { x } }) => (x.length ? [x[0]!, x[x.length - 1]!] : []));
  const all = [...points.map(({ x }) => x), ...ends];
  if (all.length === 0) {
    return { name, type: "linear", domain: [0, 1], ticks: [], format: count };
  }
  const [least, greatest] = [Math.min(...all), Math.max(...all)];
  if (scale === "log") {
    const room = Math.max(1.08, (greatest / least) ** 0.04);
    const domain = [least / room, greatest * room] as const;
    return { name, type: "log", domain, ticks: logTicks(...domain, wanted), format: decade };
  }
  const room = 0.04 * (greatest - least) || Math.abs(least) * 0.1 || 1;
  const domain = [least - room, greatest + room] as const;
  const format = (tick: number) => count(Number(tick.toPrecision(6)));
  return { name, type: "linear", domain, ticks: linearTicks(...domain, wanted), format };
}

/** Shares from 0 to what points, intervals and laws reach. */
export function shareAxis(
  points: readonly PhasePoint[],
  laws: readonly ReadLaw[],
  name: string,
): Axis {
  let most = 0;
  for (const { p, high } of points) most = Math.max(most, p, Number.isFinite(high) ? high : 0);
  for (const { series } of laws) {
    for (const p of series.y) if (p > most) most = p;
  }
  const domain = [0, Math.min(1, most * 1.15 || 1)] as const;
  const format = (tick: number) => String(Number((tick * 100).toPrecision(6)));
  return { name, type: "linear", domain, ticks: linearTicks(...domain, 5), format };
}
