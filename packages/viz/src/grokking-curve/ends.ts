import type { Area } from "../frame/axes.ts";
import type { Pen } from "../frame/pen.ts";
import { spread } from "../frame/spread.ts";
import type { Quantity, Side } from "../record.ts";
import type { Reading } from "../series/read.ts";
import { percent, significant } from "../text/numbers.ts";
import type { Words } from "../words/words.ts";

/** The label at the end of a line: its side and, if there is room, its last value. */
export function endLabel(
  side: Side,
  value: number,
  quantity: Quantity,
  words: Words,
  wide: boolean,
): string {
  if (!wide) return words.side[side];
  return `${words.side[side]} ${quantity === "accuracy" ? percent(value) : significant(value)}`;
}

/** The label of the test accuracy that no learner can exceed. */
export const ceilingLabel = (ceiling: number, words: Words, wide: boolean): string =>
  wide ? `${words.atBest} ${percent(ceiling)}` : words.atBest;

/** Names each line where it ends, in a ring or a dot, and the ceiling, which is dashed. */
export function drawEnds(
  pen: Pen,
  area: Area,
  readings: Readonly<Record<Side, Reading>>,
  quantity: Quantity,
  words: Words,
  wide: boolean,
  ceiling?: number,
): void {
  const { bold, fine, text } = pen.sizes;
  const ends = (["train", "test"] as const).flatMap((side) => {
    const { last, x } = readings[side];
    if (!last) return [];
    return [{ side, x: area.x(x[last.index]!), y: area.y(last.value), value: last.value }];
  });
  const limit = ceiling === undefined ? [] : [area.y(ceiling)];
  const places = spread([...ends.map(({ y }) => y), ...limit], text * 1.3);
  if (ceiling !== undefined) {
    const style = { stroke: "theory", strokeWidth: 1, dash: "5 4", name: "ceiling" } as const;
    pen.segments(
      limit.map((y) => [area.left, y, area.right, y] as const),
      style,
    );
    const label = ceilingLabel(ceiling, words, wide);
    pen.text({ x: area.right + 10, y: places.at(-1)!, text: label }, { fill: "muted" });
  }
  ends.forEach(({ side, x, y, value }, i) => {
    if (side === "train") pen.dot(x, y, bold + 2.5, { stroke: "train", strokeWidth: fine });
    else pen.dot(x, y, bold, { fill: "test" });
    pen.text(
      { x: area.right + 10, y: places[i]!, text: endLabel(side, value, quantity, words, wide) },
      { fill: `${side}Text`, bold: true },
    );
  });
}
