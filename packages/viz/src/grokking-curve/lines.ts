import * as Plot from "@observablehq/plot";
import type { Places } from "../frame/axes.ts";
import type { Frame } from "../frame/frame.ts";
import { steady, text } from "../frame/marks.ts";
import { paint, type Theme } from "../palette/css.ts";
import type { Side } from "../record.ts";
import { decimate } from "../series/decimate.ts";
import type { Reading } from "../series/read.ts";

/** Both sides' lines, the broader under the finer; or the words for nothing, if there is nothing. */
export function lineMarks(
  readings: Readonly<Record<Side, Reading>>,
  nothing: string,
  at: Places,
  { left, right, top, bottom, sizes }: Frame,
  theme: Theme,
): Plot.Markish[] {
  if (readings.train.last === null && readings.test.last === null) {
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2, text: nothing };
    return [
      text([middle], theme, {
        fill: "muted",
        fontSize: sizes.caption,
        textAnchor: "middle",
        halo: true,
      }),
    ];
  }
  return (["test", "train"] as const).map((side) => {
    const { x, y } = decimate(readings[side], right - left, (step) => at.x(step) - left);
    return Plot.line(
      { length: x.length },
      {
        x,
        y,
        ...paint(theme, { stroke: side }),
        strokeWidth: side === "train" ? sizes.fine : sizes.bold,
        render: steady,
      },
    );
  });
}
