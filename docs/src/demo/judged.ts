import {
  agreements,
  type Best,
  besideBest,
  type Expectation,
  judgeOutcome,
} from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";
import type { Locale } from "../site/locales.ts";

export { bestOfRun } from "@grokscape/theory";

/** Whether a run that has ended did as it was expected to, in a sentence; undefined where nothing can be said. */
export function judged(
  expectation: Expectation,
  record: RunRecord,
  locale: Locale,
): string | undefined {
  const agreement = judgeOutcome(expectation, record);
  return agreement ? agreements[agreement].sentence[locale] : undefined;
}

/** The best that any learner could do beside what a network does, as a sentence. */
export function beside({ bestAccuracy }: Best, accuracy: number, locale: Locale): string {
  const { [locale]: says } = besideBest(bestAccuracy, accuracy);
  return locale === "en" ? `${says[0]!.toUpperCase()}${says.slice(1)}.` : `${says}。`;
}
