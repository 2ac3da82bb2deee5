import { InputError } from "@grokscape/group-datasets";
import { forecast } from "@grokscape/measures";
import { DivergedError, type MetricRow, type RunConfig, setUp } from "@grokscape/trainer";
import { type SweepOptions, type SweptRun, sweep } from "@grokscape/trainer/node";
import { valueAt } from "@grokscape/trainer/settings";
import {
  type BorderExperiment,
  type BorderMeasurement,
  type BorderRun,
  borderConfig,
  cameAt,
} from "../border/measurement.ts";
import type { BorderQuestion } from "../border/question.ts";
import {
  type BorderSearch,
  beginSearch,
  firstNew,
  observe,
  type PlacedRun,
  wanted,
} from "../border/search.ts";
import { named } from "../experiment.ts";
import { whereAndWhen } from "./where-and-when.ts";

export interface FindBorderOptions extends Omit<SweepOptions, "readings"> {
  /** The trainer's `sweep` if not given, or what has runs trained elsewhere. */
  readonly execute?: (
    configs: AsyncIterable<RunConfig>,
    options: SweepOptions,
  ) => AsyncIterable<SweptRun>;
  /** Called with each run that ends, whether it is asked for by then or was begun on a guess. */
  readonly onEnd?: (config: RunConfig) => void;
  /** Called as outcomes are taken in, with the search after it. */
  readonly onOutcome?: (variant: string, run: BorderRun, search: BorderSearch) => void;
  readonly onDiverged?: (config: RunConfig, error: DivergedError) => Promise<void>;
}

/** Surer than this of a run's outcome, a forecast counts as a guess; 9 of 10 are right (bench/early-stopping). */
const sure = 0.8;

/** Milliseconds after which guesses are made anew. */
const guessEvery = 500;

/**
 * Looks for the border of each variant. Runs train side by side, of all variants at once; what a search
 * decides depends on the outcomes in the order in which it asked for them, and not on which comes first.
 *
 * A run's outcome is always that of the whole run. While a thread has nothing to do, the forecaster guesses
 * outcomes that are not known yet, and what the search would then want is trained before it is asked for;
 * a guess that turns out wrong has cost that thread's time, and nothing else. Once a border is found, runs
 * of it that are still under way are given up.
 *
 * @param command by which it is measured again
 * @throws InputError for a value that makes no run; whatever ended a run but divergence, which counts as
 * not having come, with the run's name before its message; the reason of the signal
 */
export async function findBorder(
  experiment: BorderExperiment,
  question: BorderQuestion,
  command: string,
  { execute = sweep, onRow, onEnd, onOutcome, onDiverged, ...options }: FindBorderOptions = {},
): Promise<BorderMeasurement> {
  const searches = new Map(experiment.variants.map(({ name }) => [name, beginSearch(question)]));
  const taken = new Map<string, BorderRun[]>(experiment.variants.map(({ name }) => [name, []]));
  const runOf = runsOf(experiment, question);
  const started = new Map<RunConfig, MetricRow[]>();
  const ended = new Map<RunConfig, Omit<BorderRun, keyof PlacedRun>>();
  let isLeft = false;
  let tell = () => {};

  const isOver = () =>
    isLeft || [...searches.values()].every((search) => wanted(search).length === 0);

  /** The first run that is wanted; failing that, one that may be. */
  function next(): RunConfig | undefined {
    for (const isGuessing of [false, true]) {
      for (const [variant, search] of searches) {
        const run = firstNew(
          search,
          (run) => !started.has(runOf(variant, run)),
          (run) => (isGuessing ? knownOrGuessed(runOf(variant, run)) : undefined),
        );
        if (run) return runOf(variant, run);
      }
    }
    return undefined;
  }

  function knownOrGuessed(config: RunConfig): boolean | undefined {
    const outcome = ended.get(config);
    return outcome ? outcome.cameAt !== null : guess(config, started.get(config) ?? []);
  }

  async function* queue(): AsyncGenerator<RunConfig> {
    while (!isOver()) {
      const config = next();
      if (config) {
        started.set(config, []);
        yield config;
      } else
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, guessEvery);
          tell = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  }

  /** Takes in what is known, in the order in which it was asked for. */
  function takeIn(): void {
    for (const { name } of experiment.variants) {
      for (;;) {
        const search = searches.get(name) as BorderSearch;
        const [first] = wanted(search);
        const outcome = first && ended.get(runOf(name, first));
        if (!outcome) break;
        const after = observe(search, outcome.cameAt !== null);
        searches.set(name, after);
        const run = { ...first, ...outcome };
        taken.get(name)?.push(run);
        onOutcome?.(name, run, after);
      }
    }
  }

  try {
    const swept = execute(queue(), {
      ...options,
      onRow(config, row) {
        started.get(config)?.push(row);
        onRow?.(config, row);
      },
    });
    for await (const { config, ...end } of swept) {
      if ("record" in end) {
        const { record } = end;
        const { weightsHash } = record;
        ended.set(config, { cameAt: cameAt(record, question.goal), weightsHash });
      } else if (end.error instanceof DivergedError) {
        await onDiverged?.(config, end.error);
        ended.set(config, { cameAt: null });
      } else {
        end.error.message = `${config.task}, ${question.over} ${valueAt(config, question.over)}, seed ${config.seed}: ${end.error.message}`;
        throw end.error;
      }
      onEnd?.(config);
      takeIn();
      tell();
      if (isOver()) break;
    }
  } finally {
    isLeft = true;
    tell();
  }
  return {
    experiment: experiment.id,
    question,
    command,
    ...whereAndWhen(),
    variants: [...searches].map(([name, { border }]) => ({
      name,
      border,
      runs: taken.get(name) as BorderRun[],
    })),
  };
}

/** The config of each run, one for all that are the same. Refuses the ends of the range before the work. */
function runsOf(experiment: BorderExperiment, question: BorderQuestion) {
  const distinct = new Map<string, RunConfig>();
  const known = new Map<string, RunConfig>();
  const configOf = (variant: string, run: PlacedRun): RunConfig => {
    const name = `${run.value} ${run.seed} ${variant}`;
    const before = known.get(name);
    if (before) return before;
    const made = borderConfig(experiment, named(experiment.variants, variant), question, run);
    const text = JSON.stringify(made);
    const config = distinct.get(text) ?? made;
    distinct.set(text, config);
    known.set(name, config);
    return config;
  };
  for (const { name } of experiment.variants) {
    for (const value of [question.from, question.to]) {
      setUp(configOf(name, { value, seed: 1 }));
    }
  }
  return configOf;
}

/** What the forecaster is sure of; nothing where it does not know such runs. */
function guess(config: RunConfig, rows: readonly MetricRow[]): boolean | undefined {
  try {
    const { probability, outside } = forecast(config, rows);
    if (outside.length > 0) return undefined;
    return probability >= sure || (probability > 1 - sure ? undefined : false);
  } catch (error) {
    if (error instanceof InputError) return undefined; // too few rows, or not from the first on
    throw error;
  }
}
