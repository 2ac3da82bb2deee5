import { type CurveRecord, grokkingCurve } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

/** The grokking curve as the whole site draws it, in the page and on the server alike. */
export function drawCurve(
  record: CurveRecord,
  language: Locale,
  width: number,
  document?: Document,
  until?: number,
): SVGSVGElement {
  const height = width < 480 ? 320 : 340;
  return grokkingCurve(record, { language, width, height, scale: "log", document, until });
}
