import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import { drawPlan, tableOf } from "../frame/plan.ts";
import { type LiveCurve, liveCurve } from "../live/live-curve.ts";
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
export const grokkingCurve: GrokkingCurve = /* @__PURE__ */ Object.assign(draw, { live });

function draw(
  record: CurveRecord | readonly CurveRecord[],
  options: GrokkingCurveOptions = {},
): SVGSVGElement {
  return drawPlan(curvePlan(listed(record), options), options);
}

function live(host: Element, options: Omit<GrokkingCurveOptions, "width"> = {}): LiveCurve {
  checkOptions(options, { scale: spacing });
  return liveCurve(host, options.scale ?? "linear", (record, width) =>
    draw(record, { document: host.ownerDocument, ...options, width }),
  );
}

export interface GrokkingCurve {
  (record: CurveRecord | readonly CurveRecord[], options?: GrokkingCurveOptions): SVGSVGElement;
  /**
   * Draws a run in progress into `host`, as wide as that is: rows are pushed, frames follow. A million
   * rows take no more memory or time than a few thousand, and every extreme stays.
   *
   * @example
   * const live = grokkingCurve.live(document.querySelector("figure"), { scale: "log" });
   * for await (const row of run) live.push(row);
   */
  readonly live: (host: Element, options?: Omit<GrokkingCurveOptions, "width">) => LiveCurve;
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
