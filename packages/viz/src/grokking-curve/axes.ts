import { isOne } from "../axes/is-one.ts";
import { logTicks } from "../axes/log-ticks.ts";
import { extent, numberAxis } from "../axes/number-axis.ts";
import type { Axis } from "../frame/axes.ts";
import type { ScaleType } from "../frame/scale.ts";
import type { Quantity } from "../record.ts";
import type { Series } from "../series/decimate.ts";
import { count, decade } from "../text/numbers.ts";
import type { Words } from "../words/words.ts";

/**
 * The steps that series span: from 0, or from the first positive one on a log axis; at most about
 * `wanted` ticks. They reach `until` at least.
 */
export function stepAxis(
  series: readonly Series[],
  scale: ScaleType,
  name: string,
  wanted: number,
  until = 0,
): Axis {
  const span = extent(
    series.flatMap(({ x }) => (x.length ? [x[0]!, x[x.length - 1]!] : [])),
    scale,
  );
  if (!span) return numberAxis(name, null);
  const first = span[0];
  const last = Math.max(span[1], until);
  if (scale === "log") {
    const domain = [first, isOne(first, last) ? first * 10 : last] as const;
    return { name, type: "log", domain, ticks: logTicks(...domain, wanted), format: decade };
  }
  const low = Math.min(0, first);
  return numberAxis(name, [low, Math.max(last, low + 1)], { wanted, smallest: 1, format: count });
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
  const spans = series.map(({ y }) => extent(y)).filter((span) => span !== null);
  const span = extent(spans.flat());
  const domain = span ? ([span[0] / 1.25, span[1] * 1.25] as const) : ([0.1, 1] as const);
  return { name, type: "log", domain, ticks: logTicks(...domain, 6), format: decade };
}
