import type { Task } from "@grokscape/group-datasets";
import { type Forecast, forecast, TooFewRowsError } from "@grokscape/measures";
import { type MetricRow, milestones, type RunConfig, type RunRecord } from "@grokscape/trainer";

/** What rows so far let expect; null before they say enough, and of runs that the forecaster is not meant for. */
export function forecastFrom(
  config: RunConfig,
  rows: readonly MetricRow[],
  task: Task,
): Forecast | null {
  try {
    const found = forecast(config, rows, task);
    return found.outside.length === 0 ? found : null;
  } catch (error) {
    if (error instanceof TooFewRowsError) return null;
    throw error;
  }
}

/** A forecast, and whether what came was within it; null where the run does not say. */
export interface KeptForecast {
  readonly forecast: Forecast;
  readonly agrees: boolean | null;
}

/** Steps at which a forecast is kept, to be held beside what came. */
export const forecastMoments: readonly number[] = [100, 200, 400, 800, 1600];

/** What was to be expected of a run at a few moments before it had understood. */
export function keptForecasts(record: RunRecord, task: Task): KeptForecast[] {
  const { config, metrics } = record;
  const { grokkedAt } = milestones(metrics);
  const last = metrics.at(-1)?.step ?? 0;
  return forecastMoments.flatMap((moment) => {
    if (moment > last || (grokkedAt !== null && moment >= grokkedAt)) return [];
    const rows = metrics.filter(({ step }) => step <= moment);
    const found = rows.at(-1)?.step === moment ? forecastFrom(config, rows, task) : null;
    return found ? [{ forecast: found, agrees: agreement(found, grokkedAt, last) }] : [];
  });
}

/** An outcome expected with even chances or less decides nothing of the step, nor an end before it. */
function agreement(
  { probability, horizon, step }: Forecast,
  grokkedAt: number | null,
  last: number,
): boolean | null {
  if (grokkedAt === null) return last >= horizon ? probability < 0.5 : null;
  if (probability < 0.5 || step === null) return grokkedAt > horizon;
  return step.low <= grokkedAt && grokkedAt <= step.high;
}
