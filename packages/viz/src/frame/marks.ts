import * as Plot from "@observablehq/plot";
import { paint, type Theme } from "../palette/css.ts";
import type { Colours } from "../palette/palette.ts";

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A channel that is in px already. */
const pixels = (value: string) => ({ value, scale: null });

/**
 * Plot moves every mark by half a pixel on screens of one density and not on others. Our pictures
 * are the same everywhere: marks render where they are put.
 */
export const steady: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
  const node = next!(index, scales, values, dimensions, context);
  node?.removeAttribute("transform");
  return node;
};

/** Middle of the pixel that holds a coordinate: where a hairline is sharp. */
export const sharp = (coordinate: number) => Math.floor(coordinate) + 0.5;

/** To a hundredth of a px, which every machine agrees on. */
export const hundredth = (coordinate: number) => Math.round(coordinate * 100) / 100;

export function text(
  words: readonly Label[],
  theme: Theme,
  options: {
    fill: keyof Colours;
    fontSize: number;
    textAnchor?: "start" | "middle" | "end";
    fontWeight?: number;
    /** Keeps lines away from the letters. */
    halo?: boolean;
  },
): Plot.Markish {
  const { fill, halo, ...rest } = options;
  const rounded = words.map(({ x, y, text }) => ({ x: hundredth(x), y: hundredth(y), text }));
  return Plot.text(rounded, {
    x: pixels("x"),
    y: pixels("y"),
    text: "text",
    textAnchor: "start",
    ...paint(theme, halo ? { fill, stroke: "background" } : { fill }),
    ...(halo && { strokeWidth: 4, strokeLinejoin: "round" }),
    ...rest,
    render: steady,
  });
}

export function segments(
  lines: readonly Segment[],
  theme: Theme,
  options: { stroke: keyof Colours; strokeOpacity?: number },
): Plot.Markish {
  const { stroke, ...rest } = options;
  return Plot.link(lines, {
    x1: pixels("x1"),
    y1: pixels("y1"),
    x2: pixels("x2"),
    y2: pixels("y2"),
    ...paint(theme, { stroke }),
    ...rest,
    render: steady,
  });
}
