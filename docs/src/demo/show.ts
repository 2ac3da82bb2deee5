import type { Task } from "@grokscape/group-datasets";
import type { Expectation } from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";
import type { CurveRecord } from "@grokscape/viz";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import type { Forecast } from "./forecast.ts";
import { count, percent, wholePercent } from "./numbers.ts";
import type { Parts } from "./parts.ts";
import { fractionRange } from "./settings.ts";
import type { DemoWords } from "./words/index.ts";
import { write } from "./write.ts";

/** Where a percentage lies on the slider, as a share of its way. */
export const place = (percent: number) =>
  (percent - fractionRange.from) / (fractionRange.to - fractionRange.from);

/** A forecast in words. */
export function forecastWords(
  { expectation: { outcome }, critical, fraction, count: shown, size }: Forecast,
  words: DemoWords,
  locale: Locale,
) {
  const share = wholePercent(fraction, locale);
  const border = wholePercent(critical, locale);
  return {
    shown: words.shown(share, count(shown), count(size)),
    critical: words.critical(border),
    verdict: words.outcome[outcome],
    because: words.because(border, share),
  };
}

/** Writes into the page what the theory predicts of the chosen run. */
export function showForecast(
  parts: Parts,
  forecast: Forecast,
  words: DemoWords,
  locale: Locale,
): void {
  const said = forecastWords(forecast, words, locale);
  for (const name of ["shown", "critical", "verdict", "because"] as const) {
    parts[name].textContent = said[name];
  }
  parts.slider.setAttribute("aria-valuetext", said.shown);
  parts.track.style.setProperty("--critical", String(place(forecast.critical * 100)));
  parts.verdict.dataset.outcome = forecast.expectation.outcome;
  parts.verdict.dataset.expectation = JSON.stringify(forecast.expectation);
  parts.passages.replaceChildren(
    ...forecast.passages.map((text) =>
      Object.assign(document.createElement("p"), { textContent: text }),
    ),
  );
}

/** Writes into the page how far the run has come. */
export function showMeasured(
  parts: Parts,
  { state, record, error }: LiveRun,
  words: DemoWords,
  locale: Locale,
): void {
  const last = record.metrics.at(-1);
  const ended = state === "finished";
  write(
    parts.measured,
    state === "failed"
      ? words.failed(error)
      : state === "loading"
        ? words.loading
        : last === undefined
          ? words.notRun
          : ended
            ? ending(record, words, locale)
            : words.now(
                count(last.step),
                percent(last.trainAccuracy, locale),
                percent(last.testAccuracy, locale),
              ),
  );
  parts.measured.dataset.outcome =
    record.generalisedAt !== null
      ? "generalises"
      : record.memorisedAt !== null
        ? "memorises"
        : "borderline";
  if (!ended) write(parts.agreement, "");
  parts.table.setAttribute(
    "aria-label",
    last === undefined
      ? words.table
      : `${words.table}. ${words.tableNow(percent(last.trainAccuracy, locale), percent(last.testAccuracy, locale))}`,
  );
}

function ending(record: CurveRecord, words: DemoWords, locale: Locale): string {
  const { metrics, memorisedAt, generalisedAt } = record;
  const last = metrics[metrics.length - 1];
  const step = (value: number | null) => (value === null ? null : count(value));
  return words.ending({
    memorised: step(memorisedAt),
    generalised: step(generalisedAt),
    steps: count(last.step),
    test: percent(last.testAccuracy, locale),
  });
}

/** Whether a run that has ended did as predicted, and how near it came to the best. */
export async function showAgreement(
  parts: Parts,
  record: RunRecord,
  task: Task,
  words: DemoWords,
  locale: Locale,
): Promise<void> {
  const { beside, bestOfRun, judged } = await import("./judged.ts");
  const expectation = JSON.parse(parts.verdict.dataset.expectation as string) as Expectation;
  const best = bestOfRun(task, record.config);
  const accuracy = record.metrics.at(-1)?.testAccuracy ?? 0;
  const sentences = [
    judged(expectation, record, locale) ?? words.leftOpen,
    best && beside(best, accuracy, locale),
  ];
  write(parts.agreement, sentences.filter(Boolean).join(locale === "en" ? " " : ""));
}

/** The curve as a table, for those who want to read it exactly. */
export async function showNumbers({ numbers }: Parts, record: CurveRecord, language: Locale) {
  const { grokkingTable } = await import("@grokscape/viz");
  numbers.replaceChildren(grokkingTable(record, { language }));
}
