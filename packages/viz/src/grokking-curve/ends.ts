import * as Plot from "@observablehq/plot";
import type { Places } from "../frame/axes.ts";
import type { Frame } from "../frame/frame.ts";
import { steady, text } from "../frame/marks.ts";
import { paint, type Theme } from "../palette/css.ts";
import type { Quantity, Side } from "../record.ts";
import type { Reading } from "../series/read.ts";
import { loss, percent } from "../text/numbers.ts";
import type { Words } from "../words/words.ts";

/** What stands at the end of a line: its side, and where there is room its last value. */
export function endLabel(
  side: Side,
  value: number,
  quantity: Quantity,
  words: Words,
  wide: boolean,
): string {
  if (!wide) return words.side[side];
  return `${words.side[side]} ${quantity === "accuracy" ? percent(value) : loss(value)}`;
}

/** Names each line where it ends, in a ring or a dot; names that would meet move apart, the higher line's up. */
export function endMarks(
  readings: Readonly<Record<Side, Reading>>,
  quantity: Quantity,
  words: Words,
  at: Places,
  frame: Frame,
  theme: Theme,
  wide: boolean,
): Plot.Markish[] {
  const ends = (["train", "test"] as const).flatMap((side) => {
    const { last, x } = readings[side];
    if (!last) return [];
    return [{ side, x: at.x(x[last.index]!), y: at.y(last.value), value: last.value }];
  });
  const [upper, lower] = [...ends].sort((a, b) => a.y - b.y);
  const apart = frame.sizes.text * 1.3;
  const shift = upper && lower ? Math.max(0, apart - (lower.y - upper.y)) / 2 : 0;
  return ends.flatMap((end) => [
    Plot.dot([end], {
      x: { value: "x", scale: null },
      y: { value: "y", scale: null },
      ...(end.side === "train"
        ? { r: frame.sizes.bold + 2.5, ...paint(theme, { stroke: "train" }) }
        : { r: frame.sizes.bold, ...paint(theme, { fill: "test" }) }),
      strokeWidth: frame.sizes.fine,
      render: steady,
    }),
    text(
      [
        {
          x: frame.right + 10,
          y: end.y + (end === upper ? -shift : shift),
          text: endLabel(end.side, end.value, quantity, words, wide),
        },
      ],
      theme,
      { fill: `${end.side}Text`, fontSize: frame.sizes.text, fontWeight: 600 },
    ),
  ]);
}
