import type * as Plot from "@observablehq/plot";
import type { Frame } from "../frame/frame.ts";
import { segments, sharp, text } from "../frame/marks.ts";
import type { Theme } from "../palette/css.ts";
import type { CurveRecord, Side } from "../record.ts";
import { textWidth } from "../text/width.ts";
import type { Words } from "../words/words.ts";
import { placeFlags } from "./flags.ts";

/** A moment of a run and the words that name it above the curves. */
export interface Milestone {
  readonly side: Side;
  readonly step: number;
  readonly text: string;
  readonly x: number;
  readonly row: number;
  readonly anchor: "start" | "end";
}

const gap = 6;

/** The moments of a record that lie on the axis, in order, each with a place for its words. */
export function milestonesOf(
  record: CurveRecord,
  words: Words,
  stepToX: (step: number) => number,
  [left, right]: readonly [number, number],
  fontSize: number,
): Milestone[] {
  const moments = [
    { side: "train", step: record.memorisedAt, flag: words.flag.memorised },
    { side: "test", step: record.generalisedAt, flag: words.flag.generalised },
  ] as const;
  const placed = moments
    .flatMap(({ side, step, flag }) => {
      if (step === null) return [];
      const x = stepToX(step);
      return x >= left && x <= right ? [{ side, step, text: flag(step), x }] : [];
    })
    .sort((a, b) => a.x - b.x);
  const flags = placed.map(({ x, text }) => ({ x, width: textWidth(text, fontSize) }));
  const places = placeFlags(flags, left, right, gap);
  return placed.map((moment, i) => ({ ...moment, ...places[i]! }));
}

/** A line down to the steps at each moment, in its colour, with its words at the top. */
export function milestoneMarks(
  milestones: readonly Milestone[],
  frame: Frame,
  rowHeight: number,
  theme: Theme,
): Plot.Markish[] {
  return milestones.flatMap(({ side, text: name, x, row, anchor }) => {
    const y = frame.top - (row + 0.75) * rowHeight;
    const place = sharp(x);
    return [
      segments([{ x1: place, y1: y - rowHeight * 0.4, x2: place, y2: frame.bottom }], theme, {
        stroke: side,
        strokeOpacity: 0.6,
      }),
      text([{ x: place + (anchor === "start" ? gap : -gap), y, text: name }], theme, {
        fill: `${side}Text`,
        fontSize: frame.sizes.text,
        textAnchor: anchor,
        halo: true,
      }),
    ];
  });
}
