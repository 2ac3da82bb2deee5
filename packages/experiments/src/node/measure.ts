import {
  type MetricRow,
  type RunConfig,
  type RunRecord,
  setUp,
  type TakenReading,
} from "@grokscape/trainer";
import { type SweepOptions, sweep } from "@grokscape/trainer/node";
import { type Along, type AlongName, alongReadings } from "../along.ts";
import { due, type Experiment, type PlannedRun } from "../experiment.ts";
import { type Curve, curveOf, type Measurement, type Outcome, outcomeOf } from "../outcome.ts";
import {
  type MeasuredPair,
  type PairReadingName,
  pairReadings,
  snapshots,
  type TwoMoments,
  twoMoments,
} from "../pairs.ts";
import { readings as plannedReadings } from "../planned-readings.ts";
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
  const { id, variants, readings, along, compared, curves } = experiment;
  const planned = plannedOf(experiment);
  const came = new Map<string, Map<number, Outcome>>(variants.map(({ name }) => [name, new Map()]));
  const outcomeOfRun = (variant: string, seed: number) => came.get(variant)?.get(seed);
  const kept = new Map<string, Curve>();
  const networks = new Map<string, Map<number, TwoMoments>>(
    variants.map(({ name }) => [name, new Map()]),
  );
  for (;;) {
    const runs = due(experiment, seeds, (variant, seed) => {
      const outcome = outcomeOfRun(variant, seed);
      return outcome && outcome.generalisedAt !== null;
    });
    if (runs.length === 0) break;
    const byConfig = new Map(runs.map((run) => [run.config, run]));
    const at = (config: RunConfig) => byConfig.get(config) as PlannedRun;
    const swept = sweep([...byConfig.keys()], {
      ...options,
      readings: ofModule(planned),
      onRow: (config, row) => onRow?.(at(config), row),
    });
    for await (const { config, ...ended } of swept) {
      const run = at(config);
      if ("error" in ended) {
        ended.error.message = `${nameOf(experiment, run)}: ${ended.error.message}`;
        throw ended.error;
      }
      const { record } = ended;
      const taken = await allTaken(record, ended.readings, planned, options.signal);
      const outcome = outcomeOf(record, {
        ...(readings && { readings: numbersOf(record.metrics, taken, readings) }),
        ...(along && { along: columnsOf(taken, along) }),
      });
      if (compared) {
        const sent = Object.assign({}, ...taken);
        networks.get(run.variant)?.set(run.seed, twoMoments(setUp(config), sent));
      }
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
    ...(compared && {
      pairs: pairsOf(
        experiment,
        seeds,
        (variant, seed) => networks.get(variant)?.get(seed) as TwoMoments,
        compared,
      ),
    }),
  };
}

const isSource = import.meta.url.endsWith(".ts");
const module = new URL(
  isSource ? "../planned-readings.ts" : "../planned-readings.js",
  import.meta.url,
).href;

const ofModule = (names: readonly string[]): SweepOptions["readings"] =>
  names.length > 0 ? { module, names } : undefined;

/** What is to be taken while its networks train. */
const plannedOf = ({ readings = [], along = [], compared }: Experiment): string[] => [
  ...readings.filter((name) => "due" in known[name]),
  ...along,
  ...(compared ? Object.keys(snapshots) : []),
];

/** All that was due, also where the folder holds a run that was trained, at least in part, without it. */
async function allTaken(
  { metrics, config }: RunRecord,
  taken: readonly TakenReading[],
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly TakenReading[]> {
  const isMissing = (name: string) => {
    const steps = new Set(taken.flatMap((one) => (name in one ? [one.step] : [])));
    if (steps.size > 0 && !(name in alongReadings)) return false;
    const isDue = (i: number) =>
      plannedReadings[name].due(metrics.slice(0, i + 1), i === metrics.length - 1);
    return metrics.some(({ step }, i) => !steps.has(step) && isDue(i));
  };
  if (!names.some(isMissing)) return taken;
  for await (const again of sweep([config], { threads: 1, readings: ofModule(names), signal })) {
    if ("error" in again) throw again.error;
    return again.readings;
  }
  return taken;
}

/** Each reading's number; null if it was never due. */
function numbersOf(
  rows: readonly MetricRow[],
  taken: readonly TakenReading[],
  names: readonly ReadingName[],
): Taken {
  const numberOf = (name: ReadingName) => {
    const reading = known[name];
    if ("ofRows" in reading) return reading.ofRows(rows);
    return (taken.find((one) => name in one)?.[name] as number | undefined) ?? null;
  };
  return Object.fromEntries(names.map((name) => [name, numberOf(name)]));
}

function columnsOf(taken: readonly TakenReading[], names: readonly AlongName[]): Along {
  const rows = taken.filter((one) => names.some((name) => name in one));
  return {
    step: rows.map(({ step }) => step),
    ...Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] as number)])),
  };
}

/** Every two variants' networks of each seed. */
function pairsOf(
  { variants }: Experiment,
  seeds: readonly number[],
  networkOf: (variant: string, seed: number) => TwoMoments,
  names: readonly PairReadingName[],
): MeasuredPair[] {
  return variants.flatMap(({ name: one }, i) =>
    variants.slice(i + 1).map(({ name: other }) => {
      const read = (name: PairReadingName) =>
        seeds.map((seed) => pairReadings[name].read(networkOf(one, seed), networkOf(other, seed)));
      return {
        of: [one, other] as const,
        read: Object.fromEntries(names.map((name) => [name, read(name)])),
      };
    }),
  );
}

/** "seed 3", after the variant where there are several. */
export const nameOf = ({ variants }: Experiment, { variant, seed }: PlannedRun): string =>
  variants.length > 1 ? `${variant}, seed ${seed}` : `seed ${seed}`;
