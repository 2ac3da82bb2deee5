import type { Paint } from "../palette/css.ts";
import { type Box, heightOf, widthOf } from "./box.ts";
import type { Pen } from "./pen.ts";
import { hundredth } from "./scale.ts";

/** How a cell is filled: a colour, and how much of it, in [0, 1]. */
export interface Shade {
  readonly fill: Paint;
  readonly strength: number;
  /** Whether only a square in its middle is, half as wide. */
  readonly small?: true;
}

const levels = 16;

/** A strength rounded to one of 16 levels: cells of one level are one path, and the eye tells no finer ones apart. */
const levelOf = (strength: number) =>
  Math.round(Math.min(1, Math.max(0, strength)) * levels) / levels;

/**
 * Draws a table of cells: all of one shade are one path, and neighbours in a row are one rectangle.
 *
 * @param shade what a cell is filled with; null leaves it empty
 */
export function drawCells(
  pen: Pen,
  box: Box,
  rows: number,
  columns: number,
  shade: (row: number, column: number) => Shade | null,
  name = "cells",
): void {
  const paths = new Map<string, { fill: Paint; opacity: number; d: string }>();
  const x = (column: number) => hundredth(box.left + (widthOf(box) * column) / columns);
  const y = (row: number) => hundredth(box.top + (heightOf(box) * row) / rows);
  for (let row = 0; row < rows; row++) {
    let since = 0;
    let key = "";
    let present: Shade | null = null;
    const close = (end: number) => {
      if (!present || key === "") return;
      const path = paths.get(key) ?? {
        fill: present.fill,
        opacity: levelOf(present.strength),
        d: "",
      };
      const inset = present.small ? 0.25 : 0;
      for (let from = since; from < end; from = present.small ? from + 1 : end) {
        const to = present.small ? from + 1 : end;
        path.d += `M${x(from + inset)},${y(row + inset)}H${x(to - inset)}V${y(row + 1 - inset)}H${x(from + inset)}Z`;
      }
      paths.set(key, path);
    };
    for (let column = 0; column < columns; column++) {
      const next = shade(row, column);
      const level = next ? levelOf(next.strength) : 0;
      const nextKey = next && level > 0 ? `${keyOf(next.fill)} ${level} ${next.small}` : "";
      if (nextKey === key && column > 0) continue;
      close(column);
      since = column;
      key = nextKey;
      present = next;
    }
    close(columns);
  }
  for (const { fill, opacity, d } of paths.values()) {
    pen.path(d, { fill, opacity, crisp: true, name });
  }
}

const keyOf = (fill: Paint) => (typeof fill === "string" ? fill : `${fill.place}/${fill.of}`);

/** The shade of a signed value: its sign chooses the colour, its size the strength; null if it cannot be shown. */
export const signed = (value: number, most: number): Shade | null =>
  Number.isFinite(value) && most > 0
    ? { fill: value > 0 ? "plus" : "minus", strength: Math.abs(value) / most }
    : null;

/** The places 0 … count − 1, thinned evenly to at most `most`. */
export function everyFew(count: number, most: number): number[] {
  const every = Math.ceil(count / most) || 1;
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
}
