import { type CurveRecord, grokkingCurve } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

export interface CurveChoices {
  readonly document?: Document;
  /** The step that its axis reaches at least. */
  readonly until?: number;
  /** The best accuracy that any learner could reach. */
  readonly ceiling?: number;
}

/** The grokking curve as the whole site draws it, in the page and on the server alike. */
export function drawCurve(
  record: CurveRecord,
  language: Locale,
  width: number,
  { document, until, ceiling }: CurveChoices = {},
): SVGSVGElement {
  const height = width < 480 ? (ceiling === undefined ? 320 : 370) : 340;
  return grokkingCurve(record, { language, width, height, scale: "log", document, until, ceiling });
}
