import { type CurveRecord, grokkingCurve } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

/** The grokking curve as the whole site draws it, in the page and on the server alike. */
export function drawCurve(
  record: CurveRecord,
  language: Locale,
  width: number,
  document?: Document,
): SVGSVGElement {
  const height = width < 480 ? 320 : 340;
  const svg = grokkingCurve(record, { language, width, height, scale: "log", document });
  // The picture is one image with one description; names on its parts are not allowed in it.
  for (const part of svg.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  return svg;
}
