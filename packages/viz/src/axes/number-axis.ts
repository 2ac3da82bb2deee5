import type { Axis } from "../frame/axes.ts";
import type { ScaleType } from "../frame/scale.ts";
import { drawable } from "../series/drawable.ts";
import { count, decade } from "../text/numbers.ts";
import { isOne, tiny } from "./is-one.ts";
import { linearTicks } from "./linear-ticks.ts";
import { logTicks } from "./log-ticks.ts";

/** The least and the greatest of the values that an axis can show, or null if there are none. */
export function extent(
  values: Iterable<number>,
  type: ScaleType = "linear",
): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!drawable(value, type)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** An axis over a span of values, with a little room (a share of the span) at both ends. */
export function numberAxis(
  name: string,
  span: readonly [number, number] | null,
  {
    type = "linear",
    room = 0,
    wanted = 5,
    smallest = 0,
    format,
  }: {
    readonly type?: ScaleType;
    readonly room?: number;
    /** About how many ticks. */
    readonly wanted?: number;
    /** The least distance of ticks. */
    readonly smallest?: number;
    readonly format?: (tick: number) => string;
  } = {},
): Axis {
  if (!span) return { name, type: "linear", domain: [0, 1], ticks: [], format: format ?? count };
  const [low, high] = span;
  if (type === "log") {
    const around = isOne(low, high) ? 3 : (high / low) ** room;
    const domain = [low / around, high * around] as const;
    return { name, type, domain, ticks: logTicks(...domain, wanted), format: format ?? decade };
  }
  const around = !isOne(low, high)
    ? room * (high - low)
    : Math.abs(low) > tiny
      ? 0.1 * Math.abs(low)
      : 1;
  const domain = [low - around, high + around] as const;
  return {
    name,
    type,
    domain,
    ticks: linearTicks(...domain, wanted, smallest),
    format: format ?? ((tick) => count(Number(tick.toPrecision(12)))),
  };
}
