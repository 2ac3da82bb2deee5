import { agreements, type Expectation, judgeOutcome } from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";
import type { Locale } from "../site/locales.ts";

/** Whether a run that has ended did as it was expected to, in a sentence; undefined where nothing can be said. */
export function judged(
  expectation: Expectation,
  record: RunRecord,
  locale: Locale,
): string | undefined {
  const agreement = judgeOutcome(expectation, record);
  return agreement ? agreements[agreement].sentence[locale] : undefined;
}
