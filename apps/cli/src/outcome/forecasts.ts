import type { Task } from "@grokscape/group-datasets";
import { type Forecast, forecast, TooFewRowsError } from "@grokscape/measures";
import type { Agreement } from "@grokscape/theory";
import type { MetricRow, RunConfig, RunRecord } from "@grokscape/trainer";

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

/** A forecast, and whether what came was within it. */
export interface KeptForecast {
  readonly forecast: Forecast;
  readonly agreement: Agreement;
}

/** Steps at which a forecast is kept, to be held beside what came. */
export const forecastMoments: readonly number[] = [100, 200, 400, 800, 1600];

/** What was to be expected of a run at a few moments before it had understood. */
export function keptForecasts(record: RunRecord, task: Task): KeptForecast[] {
  const { config, metrics, generalisedFrom } = record;
  const last = metrics.at(-1)?.step ?? 0;
  return forecastMoments.flatMap((moment) => {
    if (moment > last || (generalisedFrom !== null && moment >= generalisedFrom)) return [];
    const rows = metrics.filter(({ step }) => step <= moment);
    const found = rows.at(-1)?.step === moment ? forecastFrom(config, rows, task) : null;
    return found ? [{ forecast: found, agreement: agreementOf(found, generalisedFrom, last) }] : [];
  });
}

/** An outcome expected with even chances or less decides nothing of the step, nor an end before it. */
function agreementOf(
  { probability, horizon, step }: Forecast,
  generalisedFrom: number | null,
  last: number,
): Agreement {
  if (generalisedFrom === null && last < horizon) return "too early to say";
  const isExpected = probability >= 0.5 && step !== null;
  const [low, high] = isExpected ? [step.low, step.high] : [horizon + 1, Infinity];
  const came = generalisedFrom ?? Infinity;
  return low <= came && came <= high ? "as predicted" : "not as predicted";
}
