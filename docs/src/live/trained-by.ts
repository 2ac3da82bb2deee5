import { count } from "../demo/numbers.ts";
import type { Locale } from "../site/locales.ts";
import { siteWords } from "../site/words.ts";
import type { LiveRun } from "./live-run.ts";

/** What trains a run, where it is not simply the processor. */
export function trainedBy({ card, takenOver }: LiveRun, locale: Locale): string {
  const words = siteWords[locale].card;
  if (takenOver) return words.takenOver(count(takenOver.step), takenOver.reason);
  return card === null ? "" : words.trains(card);
}
