import { textWidth } from "../text/width.ts";
import { diamond, type Pen, type Style } from "./pen.ts";

/** An entry of a legend: a mark and its meaning. */
export interface KeyItem {
  readonly text: string;
  readonly mark: "line" | "square" | "small-square" | "dot" | "diamond" | "stroke";
  readonly style: Style;
}

interface Placed extends KeyItem {
  readonly x: number;
  readonly row: number;
}

const swatch = 20;

function place(items: readonly KeyItem[], width: number, size: number): Placed[] {
  let [x, row] = [0, 0];
  return items.map((item) => {
    const needed = swatch + 6 + textWidth(item.text, size);
    if (x > 0 && x + needed > width) {
      x = 0;
      row++;
    }
    const placed = { ...item, x, row };
    x += needed + 16;
    return placed;
  });
}

/** Height of a legend, in px. */
export const keyHeight = (items: readonly KeyItem[], width: number, size: number): number =>
  items.length === 0 ? 0 : ((place(items, width, size).at(-1)?.row ?? 0) + 1) * size * 1.5;

/** Draws a legend from its top left corner on, in as many rows as it needs. */
export function drawKey(
  pen: Pen,
  [left, top]: readonly [number, number],
  width: number,
  items: readonly KeyItem[],
): void {
  const { text: size } = pen.sizes;
  for (const { x, row, mark, style, text } of place(items, width, size)) {
    const y = top + (row + 0.5) * size * 1.5;
    const from = left + x;
    if (mark === "line") pen.segments([[from, y, from + swatch, y]], style);
    else if (mark === "dot") pen.dot(from + swatch / 2, y, size * 0.33, style);
    else if (mark === "small-square")
      pen.rect(from + 1 + size / 4, y - size / 4, size / 2, size / 2, style);
    else if (mark === "diamond") pen.path(diamond(from + swatch / 2, y, size * 0.45), style);
    else if (mark === "stroke")
      pen.segments([[from + 4, y + size / 2 - 1, from + size + 2, y + 1 - size / 2]], style);
    else pen.rect(from + 4, y - size / 2 + 1, size - 2, size - 2, style);
    pen.text({ x: from + swatch + 6, y, text }, { fill: "ink" });
  }
}
