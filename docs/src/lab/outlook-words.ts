import { count, wholePercent } from "../demo/numbers.ts";
import type { Locale } from "../site/locales.ts";
import type { Among, Outlook } from "./outlook.ts";
import type { LabWords } from "./words/index.ts";

/** An outlook in words. */
export function outlookWords(
  { possible, expected, data, among }: Outlook,
  words: LabWords,
  locale: Locale,
) {
  const { expectation, caveats = [] } = expected ?? {};
  const { outcome, step } = expectation ?? {};
  const silent = (["transformer", "no-group"] as const).find((caveat) => caveats.includes(caveat));
  const foretold = outcome ?? silent ?? "unknown";
  return {
    verdict: possible ? words.predicted[foretold] : words.impossible,
    expected: !possible
      ? ""
      : step
        ? words.expected(count(Math.round(step.value)))
        : foretold === "unknown"
          ? words.unlikeMeasured
          : "",
    /** "317 of 529; the author's code puts the border at 37 %". */
    shownOf: data
      ? words.shownOf(
          count(data.count),
          count(data.size),
          data.border === undefined ? null : wholePercent(Math.min(1, data.border), locale),
        )
      : "",
    among: among && amongWords(among, data?.size ?? 1, words),
  };
}

/** The counts that n stands among, each as a share of the table and in words. */
function amongWords(among: Among, size: number, words: LabWords) {
  return amongNames.map((name) => {
    const value = among[name];
    return {
      name,
      share: Math.min(1, (value ?? 0) / size),
      count: value === null ? words.notMeasured : count(Math.round(value)),
    };
  });
}

const amongNames = ["limit", "training", "author", "shown"] as const;

/** Where a step is on a run's timeline, spaced by its logarithm; null beyond its end. */
export function placeOf(step: number | null | undefined, steps: number): string | null {
  if (step === null || step === undefined) return null;
  const place = Math.log(Math.max(1, step)) / Math.log(steps);
  return place > 1 ? null : `${(100 * place).toFixed(2)}%`;
}
