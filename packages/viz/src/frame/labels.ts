import { textWidth } from "../text/width.ts";
import { type Box, heightOf, widthOf } from "./box.ts";
import type { LabelStyle, Pen } from "./pen.ts";

/** Names the rows of a table on its left, as many as have room. */
export function labelRows(
  pen: Pen,
  box: Box,
  labels: readonly string[],
  style: LabelStyle = {},
): void {
  const height = heightOf(box) / labels.length;
  const every = Math.max(1, Math.ceil((pen.sizes.text * 1.2) / height));
  labels.forEach((text, i) => {
    if (i % every !== 0) return;
    const y = box.top + (i + 0.5) * height;
    pen.text({ x: box.left - 6, y, text }, { anchor: "end", ...style });
  });
}

/** Names the columns of a table above or below it, as many as have room. */
export function labelColumns(
  pen: Pen,
  box: Box,
  labels: readonly string[],
  y: number,
  style: LabelStyle = {},
): void {
  const { size = pen.sizes.text } = style;
  const width = widthOf(box) / labels.length;
  const most = labels.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);
  const every = Math.max(1, Math.ceil((most + 4) / width));
  labels.forEach((text, i) => {
    if (i % every !== 0) return;
    pen.text({ x: box.left + (i + 0.5) * width, y, text }, { anchor: "middle", ...style });
  });
}
