import { linearTicks } from "../axes/linear-ticks.ts";
import { logTicks } from "../axes/log-ticks.ts";
import type { Axis } from "../frame/axes.ts";
import type { Quantity } from "../record.ts";
import type { Series } from "../series/decimate.ts";
import { count, decade } from "../text/numbers.ts";
import type { Words } from "../words/words.ts";

/**
 * The steps that series span: from 0, or from the first positive one on a log axis; at most about
 * `wanted` ticks.
 */
export function stepAxis(
  series: readonly Series[],
  scale: "linear" | "log",
  words: Words,
  wanted: number,
): Axis {
  const name = words.xAxis[scale];
  const measured = series.filter(({ x }) => x.length > 0);
  const first = Math.min(...measured.map(({ x }) => x[0]!));
  const last = Math.max(...measured.map(({ x }) => x[x.length - 1]!));
  if (measured.length === 0) {
    return { name, type: "linear", domain: [0, 1], ticks: [], format: count };
  }
  if (scale === "log") {
    const domain = [first, last > first ? last : first * 10] as const;
    return { name, type: "log", domain, ticks: logTicks(...domain, wanted), format: decade };
  }
  const low = Math.min(0, first);
  const domain = [low, Math.max(last, low + 1)] as const;
  return { name, type: "linear", domain, ticks: linearTicks(...domain, wanted, 1), format: count };
}

/** Accuracy from 0 to 100 %, or a loss on a log axis that holds all its values. */
export function valueAxis(series: readonly Series[], quantity: Quantity, words: Words): Axis {
  const name = words.yAxis[quantity];
  if (quantity === "accuracy") {
    return {
      name,
      type: "linear",
      domain: [0, 1],
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
      format: (tick) => String(Math.round(tick * 100)),
    };
  }
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { y } of series) {
    for (const value of y) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const domain = most > 0 ? ([least / 1.25, most * 1.25] as const) : ([0.1, 1] as const);
  return { name, type: "log", domain, ticks: logTicks(...domain, 6), format: decade };
}
