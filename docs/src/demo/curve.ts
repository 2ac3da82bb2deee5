import { type CurveRecord, type EarlierRun, grokkingCurve } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

export interface CurveChoices {
  readonly document?: Document;
  /** The step that its axis reaches at least. */
  readonly until?: number;
  /** The best accuracy that any learner could reach. */
  readonly ceiling?: number;
  /** Whether what is to be seen stands below; the lab says it above, where a phone has no room. */
  readonly captioned?: boolean;
  /** Runs drawn pale for comparison. */
  readonly behind?: readonly EarlierRun[];
}

/** The grokking curve as the whole site draws it, in the page and on the server alike. */
export function drawCurve(
  record: CurveRecord | readonly CurveRecord[],
  language: Locale,
  width: number,
  { document, until, ceiling, captioned, behind = [] }: CurveChoices = {},
): SVGSVGElement {
  const isNarrow = width < 480;
  const sentences = [ceiling !== undefined, behind.length > 0].filter(Boolean).length;
  const height = isNarrow ? (captioned === false ? 260 : 320 + 50 * sentences) : 340;
  const choices = { language, width, height, captioned, scale: "log", document, until } as const;
  return grokkingCurve(record, { ...choices, ceiling, behind });
}
