import type { Area } from "../frame/axes.ts";
import type { Pen } from "../frame/pen.ts";
import type { Side } from "../record.ts";
import { decimate } from "../series/decimate.ts";
import type { Curves } from "./ensemble.ts";

/** Both sides' lines, the broader under the finer, and under all the bands of several runs. */
export function drawLines(pen: Pen, area: Area, curves: Readonly<Record<Side, Curves>>): void {
  const thin = (x: Float64Array, y: Float64Array) => {
    const columns = area.right - area.left;
    const kept = decimate({ x, y }, columns, (step) => area.x(step) - area.left);
    return { x: Array.from(kept.x, area.x), y: Array.from(kept.y, area.y) };
  };
  for (const side of ["test", "train"] as const) {
    const { middle, band } = curves[side];
    if (!band) continue;
    const x = Array.from(middle.x, area.x);
    pen.area(x, Array.from(band.low, area.y), Array.from(band.high, area.y), {
      fill: side,
      opacity: 0.22,
      name: `${side} band`,
    });
  }
  for (const side of ["test", "train"] as const) {
    const { x, y } = thin(curves[side].middle.x, curves[side].middle.y);
    pen.line(x, y, {
      stroke: side,
      strokeWidth: side === "train" ? pen.sizes.fine : pen.sizes.bold,
      name: `${side} line`,
    });
  }
}
