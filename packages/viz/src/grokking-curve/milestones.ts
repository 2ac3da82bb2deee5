import type { Area } from "../frame/axes.ts";
import type { Pen } from "../frame/pen.ts";
import { sharp } from "../frame/scale.ts";
import type { Side } from "../record.ts";
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

/** The moments that lie on the axis, in order, each with a place for its words. */
export function milestonesOf(
  record: { readonly memorisedAt: number | null; readonly generalisedAt: number | null },
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

/**
 * A line down to the steps at each moment, in its colour, with its words above `foot`; what stands
 * between `foot` and the area stays free of it.
 */
export function drawMilestones(
  pen: Pen,
  area: Area,
  milestones: readonly Milestone[],
  foot: number,
  rowHeight: number,
): void {
  for (const { side, text: name, x, row, anchor } of milestones) {
    const y = foot - (row + 0.75) * rowHeight;
    const place = sharp(x);
    pen.segments(
      [
        [place, y - rowHeight * 0.4, place, foot],
        [place, area.top, place, area.bottom],
      ],
      { stroke: side, opacity: 0.6, name: "milestone" },
    );
    pen.text(
      { x: place + (anchor === "start" ? gap : -gap), y, text: name },
      { fill: `${side}Text`, anchor, halo: true },
    );
  }
}
