import type { MetricRow, RunConfig, RunRecord, TakenReading } from "@grokscape/trainer";
import { type SweepOptions, sweep } from "@grokscape/trainer/node";
import { due, type Experiment, type PlannedRun } from "../experiment.ts";
import { type Curve, curveOf, type Measurement, type Outcome, outcomeOf } from "../outcome.ts";
import { readings as known, type ReadingName, type Taken } from "../readings.ts";
import { whereAndWhen } from "./where-and-when.ts";

export interface MeasureOptions extends Omit<SweepOptions, "onRow" | "readings"> {
  /** The experiment's own if not given. */
  readonly seeds?: readonly number[];
  readonly onRow?: (run: PlannedRun, row: MetricRow) => void;
  /** Called with each run's outcome as it ends. */
  readonly onOutcome?: (run: PlannedRun, outcome: Outcome) => void;
}

/**
 * Trains the runs of an experiment side by side, by the trainer's `sweep`. In run folders, runs that have
 * ended are not trained again, and those that were stopped go on from their last checkpoint.
 *
 * @throws the error that ended a run, with the run's name before its message; the reason of the signal
 */
export async function measure(
  experiment: Experiment,
  { seeds = experiment.seeds, onRow, onOutcome, ...options }: MeasureOptions = {},
): Promise<Measurement> {
  const { id, variants, readings, curves } = experiment;
  const came = new Map<string, Map<number, Outcome>>(variants.map(({ name }) => [name, new Map()]));
  const outcomeOfRun = (variant: string, seed: number) => came.get(variant)?.get(seed);
  const kept = new Map<string, Curve>();
  for (;;) {
    const runs = due(experiment, seeds, (variant, seed) => {
      const outcome = outcomeOfRun(variant, seed);
      return outcome && outcome.generalisedAt !== null;
    });
    if (runs.length === 0) break;
    const planned = new Map(runs.map((run) => [run.config, run]));
    const at = (config: RunConfig) => planned.get(config) as PlannedRun;
    const swept = sweep([...planned.keys()], {
      ...options,
      readings: ofNetwork(readings),
      onRow: (config, row) => onRow?.(at(config), row),
    });
    for await (const { config, ...ended } of swept) {
      const run = at(config);
      if ("error" in ended) {
        ended.error.message = `${nameOf(experiment, run)}: ${ended.error.message}`;
        throw ended.error;
      }
      const { record } = ended;
      const taken = readings && (await takenOf(record, ended.readings, readings, options.signal));
      const outcome = outcomeOf(record, taken);
      came.get(run.variant)?.set(run.seed, outcome);
      if (curves && run.seed === seeds[0]) kept.set(run.variant, curveOf(record));
      onOutcome?.(run, outcome);
    }
  }
  return {
    experiment: id,
    ...whereAndWhen(),
    variants: variants
      .map(({ name }) => ({
        name,
        outcomes: seeds.flatMap((seed) => outcomeOfRun(name, seed) ?? []),
        ...(kept.has(name) && { curve: kept.get(name) }),
      }))
      .filter(({ outcomes }) => outcomes.length > 0),
  };
}

const isSource = import.meta.url.endsWith(".ts");
const module = new URL(isSource ? "../readings.ts" : "../readings.js", import.meta.url).href;

/** Those that are taken while a network trains. */
function ofNetwork(names: readonly ReadingName[] = []): SweepOptions["readings"] {
  const planned = names.filter((name) => "due" in known[name]);
  return planned.length > 0 ? { module, names: planned } : undefined;
}

/** Each reading's number; null if it was never due. */
async function takenOf(
  { metrics, config }: RunRecord,
  readings: readonly TakenReading[],
  names: readonly ReadingName[],
  signal: AbortSignal | undefined,
): Promise<Taken> {
  const found = (name: ReadingName) =>
    readings.find((reading) => name in reading)?.[name] as number | undefined;
  const isMissing = (name: ReadingName) => {
    const reading = known[name];
    if ("ofRows" in reading || found(name) !== undefined) return false;
    return metrics.some((_, i) => reading.due(metrics.slice(0, i + 1), i === metrics.length - 1));
  };
  if (!names.some(isMissing)) {
    const taken = (name: ReadingName) => {
      const reading = known[name];
      return "ofRows" in reading ? reading.ofRows(metrics) : (found(name) ?? null);
    };
    return Object.fromEntries(names.map((name) => [name, taken(name)]));
  }
  // the folder holds a run that was trained, at least in part, without these readings
  const readingsNow = ofNetwork(names);
  for await (const again of sweep([config], { threads: 1, readings: readingsNow, signal })) {
    if ("error" in again) throw again.error;
    return takenOf(again.record, again.readings, names, signal);
  }
  return {};
}

/** "seed 3", after the variant where there are several. */
export const nameOf = ({ variants }: Experiment, { variant, seed }: PlannedRun): string =>
  variants.length > 1 ? `${variant}, seed ${seed}` : `seed ${seed}`;
