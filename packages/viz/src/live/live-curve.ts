import { list, mustBe } from "../frame/form.ts";
import type { ScaleType } from "../frame/scale.ts";
import { type CurveRecord, type CurveRow, rowForm } from "../record.ts";
import { curveHistory } from "./curve-history.ts";
import { livePicture } from "./live-picture.ts";

/** A grokking curve that follows a run. */
export interface LiveCurve {
  /**
   * Takes what was measured since, in the order of its steps; thousands of rows a second are fine.
   *
   * @throws PictureError for what is no row, or one before the last
   */
  readonly push: (rows: CurveRow | readonly CurveRow[]) => void;
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
    push(rows) {
      const more = [rows].flat();
      mustBe("rows", list(rowForm), more);
      for (const row of more) history.push(row);
      picture.update();
    },
    record: history.record,
    stop: picture.stop,
  };
}
