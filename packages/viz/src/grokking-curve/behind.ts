import type { Area } from "../frame/axes.ts";
import {
  array,
  type Form,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
} from "../frame/form.ts";
import type { Pen } from "../frame/pen.ts";
import type { ScaleType } from "../frame/scale.ts";
import type { Side } from "../record.ts";
import { decimate, type Series } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { ascending } from "../series/read.ts";
import { textWidth } from "../text/width.ts";

/** The accuracies of a run that is drawn pale, for comparison; lists of the same length. */
export interface EarlierRun {
  readonly name: string;
  /** Ascending. */
  readonly step: ArrayLike<number>;
  /** In [0, 1]. */
  readonly trainAccuracy: ArrayLike<number>;
  readonly testAccuracy: ArrayLike<number>;
}

/** An earlier run as lines. */
export interface Behind extends Readonly<Record<Side, Series>> {
  readonly name: string;
}

export const behindForm: Form = optional(
  array(record({ name: text, step: numbers, trainAccuracy: numbers, testAccuracy: numbers })),
);

/** @throws PictureError unless each run's lists are of one length and its steps ascend */
export function readBehind(runs: readonly EarlierRun[] = [], scale: ScaleType): Behind[] {
  mustBe("behind", behindForm, runs);
  return runs.map(({ name, step, trainAccuracy, testAccuracy }) => {
    const steps = Array.from(step);
    for (const { length } of [trainAccuracy, testAccuracy]) {
      if (length === steps.length) continue;
      throw new PictureError(`"${name}" has ${steps.length} steps and ${length} accuracies`);
    }
    ascending(steps.map((step) => ({ step })));
    const shown = steps.flatMap((step, i) => (drawable(step, scale) ? [i] : []));
    const series = (of: ArrayLike<number>): Series => ({
      x: Float64Array.from(shown, (i) => steps[i]!),
      y: Float64Array.from(shown, (i) => (of[i]! >= 0 && of[i]! <= 1 ? of[i]! : Number.NaN)),
    });
    return { name, train: series(trainAccuracy), test: series(testAccuracy) };
  });
}

const gap = 10;

/** Pale lines, each run's name beside its test line: every run's at another height. */
export function drawBehind(
  pen: Pen,
  area: Area,
  runs: readonly Behind[],
  sides: readonly Side[],
): void {
  for (const run of runs) {
    for (const side of sides) {
      const column = (step: number) => area.x(step) - area.left;
      const { x, y } = decimate(run[side], area.right - area.left, column);
      pen.line(Array.from(x, area.x), Array.from(y, area.y), {
        stroke: side,
        strokeWidth: pen.sizes.fine,
        opacity: 0.4,
        name: `earlier ${side} line`,
      });
    }
  }
  runs.forEach(({ name, test: { x, y } }, i) => {
    if (x.length === 0) return;
    const level = 0.5 + 0.14 * (i % 2 === 0 ? i / 2 : -(i + 1) / 2);
    const crossing = y.findIndex((value) => value >= level);
    const at = crossing < 0 ? x.length - 1 : crossing;
    if (Number.isNaN(y[at]!)) return;
    const place = area.x(x[at]!);
    const fits = place + gap + textWidth(name, pen.sizes.text) <= area.right;
    const above = crossing < 0 ? area.y(y[at]!) - pen.sizes.text : area.y(level);
    pen.text(
      { x: place + (fits ? gap : -gap), y: above, text: name },
      { anchor: fits ? "start" : "end", halo: true },
    );
  });
}
