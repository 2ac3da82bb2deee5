import type { Task } from "@grokscape/group-datasets";
import { type Forecast, forecast, TooFewRowsError } from "@grokscape/measures";
import type { Agreement } from "@grokscape/theory";
import type { MetricRow, RunConfig, RunRecord } from "@grokscape/trainer";

/** The forecast from the rows so far; null if they are too few, or the run is unlike those that the forecaster was fitted to. */
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

/** Steps whose forecast is compared with what came. */
export const forecastMoments: readonly number[] = [100, 200, 400, 800, 1600];

/** The forecasts of a run at those of `forecastMoments` that lie before it understood. */
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

/** Below 50 % a forecast says that the run does not understand by the horizon; else, that it does within the interval. */
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
