import type { PictureOptions, TableOptions } from "../frame/options.ts";
import { drawPlan, tableOf } from "../frame/plan.ts";
import type { CurveRecord } from "../record.ts";
import { type CurveChoices, curvePlan } from "./plan.ts";

export interface GrokkingCurveOptions extends PictureOptions, CurveChoices {}

export type GrokkingTableOptions = TableOptions & Pick<CurveChoices, "stages">;

/**
 * Draws how a run memorised first and understood later: train and test accuracy (or loss) over
 * the steps, named at their ends, with the two moments marked and a caption that says what is to
 * be seen. Of several runs that differ by their seed it draws the medians, and bands that hold them
 * all. It measures no fonts, so a server draws what a page draws.
 *
 * @throws PictureError when the size leaves no room, or a record's steps do not ascend
 */
export function grokkingCurve(
  record: CurveRecord | readonly CurveRecord[],
  options: GrokkingCurveOptions = {},
): SVGSVGElement {
  return drawPlan(curvePlan(listed(record), options), options);
}

/**
 * The numbers behind a grokking curve as an HTML table, for those who do not see the picture or
 * want to read it exactly: up to 40 measured steps, evenly spaced, the moments of memorising and
 * understanding among them, each named in its row. Of several runs, a row for each.
 */
export function grokkingTable(
  record: CurveRecord | readonly CurveRecord[],
  options: GrokkingTableOptions = {},
): HTMLTableElement {
  return tableOf(curvePlan(listed(record), options), options);
}

const listed = (record: CurveRecord | readonly CurveRecord[]): readonly CurveRecord[] =>
  isList(record) ? record : [record];

const isList: (value: unknown) => value is readonly unknown[] = Array.isArray;
