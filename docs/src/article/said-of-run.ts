import { count, percent } from "../demo/numbers.ts";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** What a run's button does, how far the run has come, and when it understood. */
export function saidOfRun({ state, record, error, waits }: LiveRun, locale: Locale) {
  const words = articleWords[locale].claimRun;
  const last = record.metrics.at(-1);
  const number = (value: number | null) => (value === null ? null : count(value));
  const outcome = () => {
    if (state === "failed") return words.failed(error);
    if (last === undefined) return words.notRun;
    if (state === "finished") {
      return words.ended(
        number(record.memorisedAt),
        number(record.generalisedAt),
        count(last.step),
      );
    }
    return words.now(
      count(last.step),
      percent(last.trainAccuracy, locale),
      percent(last.testAccuracy, locale),
    );
  };
  return {
    button: words.button[state === "failed" ? "finished" : waits ? "waiting" : state],
    outcome: outcome(),
    understood: number(record.generalisedAt) ?? words.never(count(last?.step ?? 0)),
  };
}
