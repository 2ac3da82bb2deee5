import type { Forecast } from "@grokscape/measures";
import { advance, type MetricRow, nothingReached, type RunConfig } from "@grokscape/trainer";
import { forecastMoments } from "../outcome/forecasts.ts";
import { forecastText } from "./forecast-text.ts";
import type { LiveLine } from "./live-line.ts";
import { count, duration, percent, short } from "./numbers.ts";
import { dim, generalising, memorising } from "./style.ts";
import { paragraph } from "./table.ts";

/** Length of the accuracy bars, in characters; shorter where the line has a forecast, too. */
const barLength = { alone: 12, besideForecast: 5 };

/**
 * Follows a run on a live line, and says when it memorises and when it understands.
 *
 * @param earlier the rows measured before, if the run is resumed
 * @param expect the forecast from the rows so far; null if they allow none
 */
export function progress(
  config: RunConfig,
  line: LiveLine,
  earlier: readonly MetricRow[],
  expect: (rows: readonly MetricRow[]) => Forecast | null,
): (row: MetricRow) => void {
  const speed = speedometer();
  const rows: MetricRow[] = [];
  let clock = earlier.reduce(advance, nothingReached);
  return (row) => {
    const { step, trainAccuracy, testAccuracy } = row;
    if (rows.length === 0) rows.push(...earlier.filter((before) => before.step < step));
    rows.push(row);
    const perSecond = speed(step);
    const before = clock;
    clock = advance(clock, row);
    line.show(() => {
      const expected = clock.generalisedAt === null ? expect(rows) : null;
      const length = expected ? barLength.besideForecast : barLength.alone;
      return [
        `step ${count(step).padStart(count(config.steps).length)}`,
        `train ${memorising(bar(trainAccuracy, length))} ${percent(trainAccuracy).padStart(6)}`,
        `test ${generalising(bar(testAccuracy, length))} ${percent(testAccuracy).padStart(6)}`,
        ...(expected ? [`understands: ${forecastText(expected)}`] : []),
        ...(perSecond
          ? [
              `${short(perSecond)} steps/s`,
              `${duration((config.steps - step) / perSecond)} left${config.goal ? " at most" : ""}`,
            ]
          : []),
      ].join("  ");
    });
    const kept =
      before.generalisedAt === null && forecastMoments.includes(step) ? expect(rows) : null;
    const say = (text: string) => line.say(paragraph(text, 0, 2));
    if (kept) say(dim(`○ step ${count(step)}: forecast to understand: ${forecastText(kept)}`));
    if (before.memorisedAt === null && clock.memorisedAt !== null) {
      say(
        `${memorising("●")} step ${count(step)}: memorised. It answers ${percent(trainAccuracy)} of what it was shown, ${percent(testAccuracy)} of what it was not.`,
      );
    }
    if (before.generalisedAt === null && clock.generalisedAt !== null) {
      say(
        `${generalising("●")} step ${count(step)}: understood. It answers ${percent(testAccuracy)} of what it was never shown.`,
      );
    }
  };
}

function bar(share: number, length: number): string {
  const full = Math.round(share * length);
  return "━".repeat(full) + "┄".repeat(length - full);
}

/** Steps a second over the last ten seconds; undefined until half a second is known. */
function speedometer(): (step: number) => number | undefined {
  const seen: { step: number; at: number }[] = [];
  return (step) => {
    const at = performance.now();
    seen.push({ step, at });
    while (seen.length > 2 && at - seen[1].at > 10_000) seen.shift();
    const elapsed = (at - seen[0].at) / 1000;
    return elapsed > 0.5 ? (step - seen[0].step) / elapsed : undefined;
  };
}
