import type { ScaleType } from "../frame/scale.ts";
import type { CurveRecord, CurveRow } from "../record.ts";
import { curveHistory } from "./curve-history.ts";
import { livePicture } from "./live-picture.ts";

/** A grokking curve that follows a run. */
export interface LiveCurve {
  /**
   * Takes what was measured since, in the order of its steps; thousands of rows a second are fine.
   *
   * @throws RangeError for a row before the last one
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
      for (const row of "step" in rows ? [rows] : rows) history.push(row);
      picture.update();
    },
    record: history.record,
    stop: picture.stop,
  };
}
