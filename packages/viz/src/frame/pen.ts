import { type Paint, paint, type Theme } from "../palette/css.ts";
import { hundredth } from "./scale.ts";
import type { Sizes } from "./sizes.ts";

export interface Style {
  readonly stroke?: Paint;
  readonly fill?: Paint;
  /** Of the stroke, in px; 1 unless given. */
  readonly strokeWidth?: number;
  readonly dash?: string;
  /** In [0, 1]. */
  readonly opacity?: number;
  /** Whether edges are snapped to whole pixels, so that neighbouring cells show no seam. */
  readonly crisp?: boolean;
  /** What the element is, for tests and for style sheets: "line", "area", … */
  readonly name?: string;
}

interface Label {
  readonly x: number;
  /** Vertical middle of the text. */
  readonly y: number;
  readonly text: string;
}

export interface LabelStyle {
  readonly fill?: Paint;
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A border in the background's colour, so that lines do not touch the letters. */
  readonly halo?: boolean;
}

/** A straight line. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Draws into one picture. Coordinates are px. */
export interface Pen {
  readonly sizes: Sizes;
  path(d: string, style: Style): void;
  /** A line through points; where one is NaN there is a gap, and a point alone is a dot. */
  line(x: ArrayLike<number>, y: ArrayLike<number>, style: Style): void;
  /** The area between two lines over the same x, with a gap where one of them is NaN. */
  area(x: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>, style: Style): void;
  segments(lines: readonly Segment[], style: Style): void;
  rect(x: number, y: number, width: number, height: number, style: Style): void;
  dot(x: number, y: number, radius: number, style: Style): void;
  text(label: Label, style?: LabelStyle): void;
}

/** A square on its corner. */
export const diamond = (x: number, y: number, r: number): string =>
  `M${at(x, y - r)}L${at(x + r, y)}L${at(x, y + r)}L${at(x - r, y)}Z`;

export const svgNamespace = "http://www.w3.org/2000/svg";

export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>>,
  content?: string,
): SVGElement {
  const made = document.createElementNS(svgNamespace, name) as SVGElement;
  for (const key in attributes) made.setAttribute(key, attributes[key]!);
  if (content !== undefined) made.textContent = content;
  return made;
}

export function makePen(document: Document, theme: Theme, sizes: Sizes, into: Element): Pen {
  const draw = (name: string, own: Record<string, string>, style: Style) =>
    into.append(element(document, name, { ...own, ...dressed(style) }));

  const dressed = ({ stroke, fill, strokeWidth, dash, opacity, crisp, name }: Style) => {
    const attributes = paint(theme, { ...(stroke && { stroke }), ...(fill && { fill }) });
    if (!fill) attributes.fill = "none";
    if (strokeWidth !== undefined) attributes["stroke-width"] = String(strokeWidth);
    if (dash) attributes["stroke-dasharray"] = dash;
    if (opacity !== undefined) {
      attributes[fill ? "fill-opacity" : "stroke-opacity"] = String(hundredth(opacity));
    }
    if (crisp) attributes["shape-rendering"] = "crispEdges";
    if (name) attributes["data-mark"] = name;
    return attributes;
  };

  const path = (d: string, style: Style) => {
    if (d) draw("path", { d }, style);
  };

  return {
    sizes,
    path,
    line(x, y, style) {
      const d = through(x, y);
      const joined = {
        "stroke-linejoin": "round",
        "stroke-linecap": style.dash ? "butt" : "round",
      };
      if (d) draw("path", { d, ...joined }, { strokeWidth: sizes.fine, ...style });
    },
    area: (x, low, high, style) => path(between(x, low, high), style),
    segments: (lines, style) =>
      path(lines.map(([x1, y1, x2, y2]) => `M${at(x1, y1)}L${at(x2, y2)}`).join(""), style),
    rect: (x, y, width, height, style) => draw("rect", numbers({ x, y, width, height }), style),
    dot: (x, y, r, style) => draw("circle", numbers({ cx: x, cy: y, r }), style),
    text({ x, y, text }, { fill = "muted", size = sizes.text, anchor = "start", ...style } = {}) {
      if (!text) return;
      const attributes: Record<string, string> = {
        // y is the baseline: SVG editors disagree on dominant-baseline
        ...numbers({ x, y: y + 0.35 * size, "font-size": size }),
        ...(anchor !== "start" && { "text-anchor": anchor }),
        ...(style.bold && { "font-weight": "600" }),
        ...(style.italic && { "font-style": "italic" }),
      };
      if (style.halo) {
        // the halo is a text of its own, because not every program supports paint-order
        const halo = paint(theme, { stroke: "background", fill: "background" });
        into.append(
          element(
            document,
            "text",
            {
              ...attributes,
              ...halo,
              "stroke-width": "4",
              "stroke-linejoin": "round",
              "data-mark": "halo",
            },
            text,
          ),
        );
      }
      into.append(element(document, "text", { ...attributes, ...paint(theme, { fill }) }, text));
    },
  };
}

const numbers = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(hundredth(value))]),
  );

const at = (x: number, y: number) => `${hundredth(x)},${hundredth(y)}`;

function through(x: ArrayLike<number>, y: ArrayLike<number>): string {
  let d = "";
  let open = 0; // points since the last gap
  for (let i = 0; i <= x.length; i++) {
    if (i === x.length || Number.isNaN(y[i]!) || Number.isNaN(x[i]!)) {
      if (open === 1) d += "Z";
      open = 0;
    } else {
      d += `${open ? "L" : "M"}${at(x[i]!, y[i]!)}`;
      open++;
    }
  }
  return d;
}

function between(x: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>): string {
  let d = "";
  for (let i = 0; i < x.length; i++) {
    const gap = (i: number) => Number.isNaN(low[i]!) || Number.isNaN(high[i]!);
    if (gap(i)) continue;
    const first = i;
    let back = "";
    for (; i < x.length && !gap(i); i++) {
      d += `${i === first ? "M" : "L"}${at(x[i]!, high[i]!)}`;
      back = `L${at(x[i]!, low[i]!)}${back}`;
    }
    d += `${back}Z`;
  }
  return d;
}
