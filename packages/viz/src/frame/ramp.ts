import { textWidth } from "../text/width.ts";
import type { Box } from "./box.ts";
import { drawCells, type Shade } from "./cells.ts";
import type { Pen } from "./pen.ts";

/** A legend for shades at the top of a box: a strip of all shades between the names of both ends. */
export function drawRamp(
  pen: Pen,
  { left, top, right }: Box,
  { from, to, shade }: { from: string; to: string; shade: (at: number) => Shade | null },
): void {
  const { text: size } = pen.sizes;
  const y = top + size * 0.75;
  const start = left + textWidth(from, size) + 6;
  const width = Math.max(size * 2, Math.min(size * 8, right - start - 6 - textWidth(to, size)));
  pen.text({ x: left, y, text: from });
  const box = { left: start, right: start + width, top: y - size * 0.4, bottom: y + size * 0.4 };
  const steps = 32;
  drawCells(pen, box, 1, steps, (_, i) => shade(i / (steps - 1)), "ramp");
  pen.text({ x: box.right + 6, y, text: to });
}
