import * as Plot from "@observablehq/plot";
import type { Theme } from "../palette/css.ts";
import type { Frame } from "./frame.ts";
import { hundredth, segments, sharp, text } from "./marks.ts";

/** What an axis spans, and where it is labelled. */
export interface Axis {
  readonly name: string;
  readonly type: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
}

/** Where the values of two axes lie, in px. */
export interface Places {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Where a scale puts a value. */
export function toPixels(scale: Plot.ScaleOptions): (value: number) => number {
  const { apply } = Plot.scale({ x: scale });
  return (value) => hundredth(apply(value));
}

/** Hairlines behind the area, a line under it, tick labels and the axes' names. */
export function axisMarks(
  { x, y }: { readonly x: Axis; readonly y: Axis },
  at: Places,
  frame: Frame,
  theme: Theme,
): Plot.Markish[] {
  const { left, right, bottom, pad, sizes } = frame;
  const words = { fill: "muted", fontSize: sizes.text } as const;
  const across = (value: number) => {
    const level = sharp(at.y(value));
    return { x1: left, y1: level, x2: right, y2: level };
  };
  return [
    segments(y.ticks.map(across), theme, { stroke: "grid" }),
    segments([{ x1: left, y1: sharp(bottom), x2: right, y2: sharp(bottom) }], theme, {
      stroke: "muted",
    }),
    segments(
      x.ticks.map((tick) => {
        const place = sharp(at.x(tick));
        return { x1: place, y1: bottom, x2: place, y2: bottom + 5 };
      }),
      theme,
      { stroke: "muted" },
    ),
    text(
      x.ticks.map((tick) => ({ x: at.x(tick), y: frame.tickY, text: x.format(tick) })),
      theme,
      { ...words, textAnchor: "middle" },
    ),
    text(
      y.ticks.map((tick) => ({ x: left - 8, y: at.y(tick), text: y.format(tick) })),
      theme,
      { ...words, textAnchor: "end" },
    ),
    text([{ x: pad, y: frame.yNameY, text: y.name }], theme, words),
    text([{ x: right, y: frame.xNameY, text: x.name }], theme, { ...words, textAnchor: "end" }),
  ];
}
