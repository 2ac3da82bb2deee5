import type { Task } from "@grokscape/group-datasets";
import type { LiveRecord, LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { agreement, borderlands, type Forecast } from "./forecast.ts";
import { count, percent, wholePercent } from "./numbers.ts";
import type { Parts } from "./parts.ts";
import { fractionRange, type OfferedTask } from "./settings.ts";
import type { DemoWords } from "./words/index.ts";

/** Where a percentage lies on the slider, as a share of its way. */
const place = (percent: number) =>
  (percent - fractionRange.from) / (fractionRange.to - fractionRange.from);

/** The task in words, and on the slider where the theory leaves the outcome open. */
export function showTaskRange({ says, track }: Parts, task: Task, words: DemoWords): void {
  says.textContent = words.tasks[task.id as OfferedTask].says;
  const { from, to } = borderlands(task);
  track.style.setProperty("--from", String(place(from)));
  track.style.setProperty("--to", String(place(to)));
}

/** What the theory says of the run that is chosen. */
export function showForecast(
  parts: Parts,
  { outcome, critical, fraction, count: shown, passages }: Forecast,
  task: Task,
  words: DemoWords,
  locale: Locale,
): void {
  const share = wholePercent(fraction, locale);
  parts.shown.textContent = words.shown(share, count(shown), count(task.size));
  parts.slider.setAttribute("aria-valuetext", parts.shown.textContent);
  parts.track.style.setProperty("--critical", String(place(critical * 100)));
  parts.critical.textContent = words.critical(wholePercent(critical, locale));
  parts.verdict.textContent = words.outcome[outcome];
  parts.verdict.dataset.outcome = outcome;
  parts.because.textContent = words.because(wholePercent(critical, locale), share);
  parts.passages.replaceChildren(
    ...passages.map((text) => Object.assign(document.createElement("p"), { textContent: text })),
  );
}

/** How the run stands, and at its end whether it did as predicted. */
export function showMeasured(
  parts: Parts,
  { state, record, error }: LiveRun,
  { outcome }: Forecast,
  words: DemoWords,
  locale: Locale,
): void {
  const last = record.metrics.at(-1);
  const ended = state === "finished";
  parts.measured.textContent =
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
              );
  parts.measured.dataset.outcome =
    record.generalisedAt !== null
      ? "generalises"
      : record.memorisedAt !== null
        ? "memorises"
        : "borderline";
  parts.agreement.textContent = ended ? words.agreement[agreement(outcome, record)] : "";
  parts.table.setAttribute(
    "aria-label",
    last === undefined
      ? words.table
      : `${words.table}. ${words.tableNow(percent(last.trainAccuracy, locale), percent(last.testAccuracy, locale))}`,
  );
}

function ending(record: LiveRecord, words: DemoWords, locale: Locale): string {
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

/** The curve as a table, for those who want to read it exactly. */
export async function showNumbers({ numbers }: Parts, record: LiveRecord, language: Locale) {
  const { grokkingTable } = await import("@grokscape/viz");
  numbers.replaceChildren(grokkingTable(record, { language }));
}
