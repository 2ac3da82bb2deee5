import { textWidth } from "../text/width.ts";
import type { Box } from "./box.ts";
import type { Pen } from "./pen.ts";
import { type ScaleType, scale, sharp } from "./scale.ts";

/** What an axis spans, and where it is labelled. */
export interface Axis {
  readonly name: string;
  readonly type: ScaleType;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
}

/** The area that data are drawn in, and where values lie in it. */
export interface Area extends Box {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface AxesOptions {
  /** Px kept free above the area, for the names of places on the x axis. */
  readonly header?: number;
  /** Px kept free on the right, for the names of lines. */
  readonly behind?: number;
  /** Px kept free below, under the name of the x axis. */
  readonly below?: number;
  /** Px from the left edge to the area; as wide as the tick labels unless given. */
  readonly before?: number;
}

/** How many px the widest of some texts takes. */
export const widest = (texts: readonly string[], size: number): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);

/** How many px the ticks of an axis take on its left. */
export const tickRoom = ({ ticks, format }: Axis, size: number): number =>
  widest(ticks.map(format), size) + 8;

/** Where an area with axes lies in a box. */
export function areaIn(
  pen: Pen,
  box: Box,
  { x, y }: { readonly x: Axis; readonly y: Axis },
  { header = 0, behind = 0, below = 0, before = tickRoom(y, pen.sizes.text) }: AxesOptions = {},
): Area {
  const { text } = pen.sizes;
  const left = Math.round(box.left + before);
  const right = Math.round(box.right - behind);
  const top = Math.round(box.top + (y.name ? text * 1.9 : text * 0.6) + header);
  const bottom = Math.round(
    box.bottom - below - text * (x.name ? 2.9 : x.ticks.length ? 1.8 : 0.6),
  );
  return {
    left,
    right,
    top,
    bottom,
    x: scale(x.type, x.domain, [left, right]),
    y: scale(y.type, y.domain, [bottom, top]),
  };
}

/** Hairlines behind the area, a line under it, tick labels and the axes' names. */
export function drawAxes(
  pen: Pen,
  box: Box,
  area: Area,
  { x, y }: { readonly x: Axis; readonly y: Axis },
): void {
  const { left, right, bottom } = area;
  const { text } = pen.sizes;
  pen.segments(
    y.ticks.map((tick) => [left, sharp(area.y(tick)), right, sharp(area.y(tick))] as const),
    { stroke: "grid", name: "grid" },
  );
  pen.segments(
    [
      [left, sharp(bottom), right, sharp(bottom)],
      ...x.ticks.map(
        (tick) => [sharp(area.x(tick)), bottom, sharp(area.x(tick)), bottom + 5] as const,
      ),
      ...between(x, area).map((tick) => [sharp(tick), bottom, sharp(tick), bottom + 2.5] as const),
    ],
    { stroke: "muted", name: "axis" },
  );
  for (const tick of x.ticks) {
    pen.text(
      { x: area.x(tick), y: bottom + text * 1.15, text: x.format(tick) },
      { anchor: "middle" },
    );
  }
  for (const tick of y.ticks) {
    pen.text({ x: left - 8, y: area.y(tick), text: y.format(tick) }, { anchor: "end" });
  }
  pen.text({ x: box.left, y: box.top + text * 0.8, text: y.name }, { halo: true });
  pen.text({ x: right, y: bottom + text * 2.4, text: x.name }, { anchor: "end" });
}

/** Where 2, 3 … 9 times each power of ten lie on a log axis whose decades are wide enough. */
function between({ type, domain, ticks }: Axis, area: Area): number[] {
  const [low, high] = domain;
  const decade = area.x(10 * low) - area.x(low);
  if (type !== "log" || ticks.length === 0 || decade < 60) return [];
  const places: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power < high; power *= 10) {
    for (let i = 2; i <= 9; i++) {
      if (i * power >= low && i * power <= high) places.push(area.x(i * power));
    }
  }
  return places;
}
