import { list, mustBe } from "../frame/form.ts";
import type { ScaleType } from "../frame/scale.ts";
import { type CurveRecord, type CurveRow, reachedForm, rowForm } from "../record.ts";
import { curveHistory, type Reached } from "./curve-history.ts";
import { livePicture } from "./live-picture.ts";

/** A grokking curve that follows a run. */
export interface LiveCurve {
  /**
   * Takes what was measured since, in the order of its steps; thousands of rows a second are fine.
   *
   * @param milestones what the run has reached by then, such as the trainer's clock; as before unless given
   * @throws PictureError for what is no row, or one before the last
   */
  readonly push: (rows: CurveRow | readonly CurveRow[], milestones?: Reached) => void;
  /** What is drawn, thinned: for a table of its numbers. */
  readonly record: () => CurveRecord;
  /** Ends it; what was drawn last stays. */
  readonly stop: () => void;
}

export function liveCurve(
  host: Element,
  scale: ScaleType,
  draw: (record: CurveRecord, width: number) => Element,
): LiveCurve {
  const history = curveHistory(scale);
  const picture = livePicture(host, (width) => draw(history.record(), width));
  return {
    push(rows, milestones) {
      const more = [rows].flat();
      mustBe("rows", list(rowForm), more);
      if (milestones) mustBe("milestones", reachedForm, milestones);
      for (const row of more) history.push(row);
      if (milestones) history.reach(milestones);
      picture.update();
    },
    record: history.record,
    stop: picture.stop,
  };
}
