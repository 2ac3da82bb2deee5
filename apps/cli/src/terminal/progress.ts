import { type MetricRow, type RunConfig, threshold } from "@grokscape/trainer";
import type { LiveLine } from "./live-line.ts";
import { count, duration, percent, short } from "./numbers.ts";
import { generalising, memorising } from "./style.ts";

const barLength = 12;

/**
 * Follows a run on a live line, and says when it memorises and when it understands.
 *
 * @param earlier the rows measured before, if the run is resumed
 */
export function progress(
  config: RunConfig,
  line: LiveLine,
  earlier: readonly MetricRow[],
): (row: MetricRow) => void {
  const speed = speedometer();
  let memorised = earlier.some(({ trainAccuracy }) => trainAccuracy >= threshold);
  let generalised = earlier.some(({ testAccuracy }) => testAccuracy >= threshold);
  return (row) => {
    const { step, trainAccuracy, testAccuracy } = row;
    const perSecond = speed(step);
    line.show(
      [
        `step ${count(step).padStart(count(config.steps).length)}`,
        `train ${memorising(bar(trainAccuracy))} ${percent(trainAccuracy).padStart(6)}`,
        `test ${generalising(bar(testAccuracy))} ${percent(testAccuracy).padStart(6)}`,
        ...(perSecond
          ? [
              `${short(perSecond)} steps/s`,
              `${duration((config.steps - step) / perSecond)} left${config.goal ? " at most" : ""}`,
            ]
          : []),
      ].join("  "),
    );
    if (!memorised && trainAccuracy >= threshold) {
      memorised = true;
      line.say(
        `${memorising("●")} step ${count(step)}: memorised. It answers ${percent(trainAccuracy)} of what it was shown, ${percent(testAccuracy)} of what it was not.`,
      );
    }
    if (!generalised && testAccuracy >= threshold) {
      generalised = true;
      line.say(
        `${generalising("●")} step ${count(step)}: understood. It answers ${percent(testAccuracy)} of what it was never shown.`,
      );
    }
  };
}

function bar(share: number): string {
  const full = Math.round(share * barLength);
  return "━".repeat(full) + "┄".repeat(barLength - full);
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
