import * as Plot from "@observablehq/plot";
import type { Places } from "../frame/axes.ts";
import type { Frame } from "../frame/frame.ts";
import { hundredth, segments, steady, text } from "../frame/marks.ts";
import { paint, type Theme } from "../palette/css.ts";
import { decimate } from "../series/decimate.ts";
import { hasInterval, type ReadLaw } from "./caption.ts";
import type { PhasePoint } from "./record.ts";
import type { PhaseWords } from "./words.ts";

/** How each law after the other is dashed: told apart without colour. */
const dashes = ["7 4", "2 3", "11 3 2 3"];

/** The two sides of the measured points, faintly tinted and named. */
export function regionMarks(
  points: readonly PhasePoint[],
  words: PhaseWords,
  at: Places,
  { left, right, top, bottom, sizes }: Frame,
  theme: Theme,
): Plot.Markish[] {
  if (points.length < 2) return [];
  const places = points.map(({ x, p }) => ({ x: at.x(x), y: at.y(p) }));
  const pixels = (value: string) => ({ value, scale: null });
  const side = (edge: number, fill: "train" | "test") =>
    Plot.areaY(
      places.map(({ x, y }) => ({ x, y, edge })),
      {
        x: pixels("x"),
        y1: pixels("edge"),
        y2: pixels("y"),
        ...paint(theme, { fill }),
        fillOpacity: 0.12,
        render: steady,
      },
    );
  const name = (y: number, x: number, words: string, fill: "trainText" | "testText") =>
    text([{ x, y, text: words }], theme, {
      fill,
      fontSize: sizes.text,
      fontWeight: 600,
      halo: true,
      textAnchor: x > (left + right) / 2 ? "end" : "start",
    });
  const [first, last] = [places[0]!, places.at(-1)!];
  const falling = last.y >= first.y;
  const inside = { start: first.x + 10, end: last.x - 10 };
  return [
    side(top, "test"),
    side(bottom, "train"),
    name(top + sizes.text, falling ? inside.end : inside.start, words.above, "testText"),
    name(bottom - sizes.text, falling ? inside.start : inside.end, words.below, "trainText"),
  ];
}

/** What theories say: dashed and neutral. */
export function lawMarks(
  laws: readonly ReadLaw[],
  at: Places,
  { left, right, sizes }: Frame,
  theme: Theme,
): Plot.Markish[] {
  return laws.map(({ series }, i) => {
    const { x, y } = decimate(series, right - left, (value) => at.x(value) - left);
    return Plot.line(
      { length: x.length },
      {
        x,
        y,
        ...paint(theme, { stroke: "theory" }),
        strokeWidth: sizes.fine + 0.25,
        strokeDasharray: dashes[i % dashes.length]!,
        render: steady,
      },
    );
  });
}

/** What was measured, with how sure it is. */
export function pointMarks(
  points: readonly PhasePoint[],
  at: Places,
  { sizes }: Frame,
  theme: Theme,
): Plot.Markish[] {
  const bars = points.filter(hasInterval).flatMap(({ x, low, high }) => {
    const [middle, foot, head] = [at.x(x), at.y(low), at.y(high)];
    const cap = (y: number) => ({ x1: middle - 3.5, x2: middle + 3.5, y1: y, y2: y });
    return [{ x1: middle, x2: middle, y1: foot, y2: head }, cap(foot), cap(head)];
  });
  return [
    segments(bars, theme, { stroke: "ink" }),
    Plot.dot(
      points.map(({ x, p }) => ({ x: hundredth(at.x(x)), y: hundredth(at.y(p)) })),
      {
        x: { value: "x", scale: null },
        y: { value: "y", scale: null },
        r: sizes.bold,
        ...paint(theme, { fill: "ink" }),
        render: steady,
      },
    ),
  ];
}

/** Names each law where it ends; names that would meet move down, and all up if they leave the area. */
export function lawNames(
  laws: readonly (ReadLaw & { readonly lines: readonly string[] })[],
  at: Places,
  { right, top, bottom, sizes }: Frame,
  theme: Theme,
): Plot.Markish[] {
  const apart = sizes.text * 1.25;
  let free = top;
  const placed = laws
    .flatMap(({ series, lines }) => {
      const last = series.y.findLastIndex((y) => !Number.isNaN(y));
      return last < 0 ? [] : [{ y: at.y(series.y[last]!), lines }];
    })
    .sort((one, other) => one.y - other.y)
    .map(({ y, lines }) => {
      const start = Math.max(free, y - ((lines.length - 1) * apart) / 2);
      free = start + lines.length * apart + 2;
      return { start, lines };
    });
  const lift = Math.max(0, free - apart - bottom);
  return [
    text(
      placed.flatMap(({ start, lines }) =>
        lines.map((line, i) => ({ x: right + 10, y: start - lift + i * apart, text: line })),
      ),
      theme,
      { fill: "theory", fontSize: sizes.text },
    ),
  ];
}
