import { task, trainCount } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { expect } from "vitest";
import {
  claimOf,
  configOf,
  differences,
  type Experiment,
  experiments,
  fullSize,
  type Measurement,
} from "../src/index.ts";
import { measure, measurementOf } from "../src/node/index.ts";

/** All that was measured: the experiments, and figures in the paper's own size. */
export const ledger = experiments
  .flatMap((experiment) => [experiment, fullSize(experiment) ?? []].flat())
  .flatMap((experiment) => {
    const measured = measurementOf(experiment.id);
    return measured ? [{ id: experiment.id, experiment, measured }] : [];
  });

/** Multiplications of one run, about: six an example and weight at every step. */
function work({ config, outcome }: ReturnType<typeof shortest>): number {
  const chosen = task(config.task);
  const weights = Object.values(initialise(config.model, chosen, 1));
  const examples = Math.min(config.batchSize ?? Infinity, trainCount(chosen, config.split));
  return 6 * outcome.steps * examples * weights.reduce((sum, { data }) => sum + data.length, 0);
}

/** The run that is over first, so that the whole ledger is sampled in seconds; of those with a curve, the first. */
function shortest(experiment: Experiment, measured: Measurement) {
  const { variants } = claimOf(experiment, measured);
  return variants
    .flatMap((variant) =>
      variant.outcomes.map((outcome) => ({
        variant,
        outcome,
        config: configOf(experiment, variant, outcome.seed),
      })),
    )
    .reduce((a, b) => (b.outcome.steps < a.outcome.steps ? b : a));
}

/** Trains the shortest run of an experiment once more: outcome, bytes and curve are those of the ledger. */
export async function expectTheSameAgain(
  experiment: Experiment,
  measured: Measurement,
): Promise<void> {
  const { variant, outcome } = shortest(experiment, measured);
  const { mayMiss: _, ...alone } = experiment;
  const again = await measure(
    { ...alone, variants: [{ name: variant.name, changes: variant.changes }] },
    { seeds: [outcome.seed], threads: 1 },
  );
  const [came] = again.variants[0].outcomes;
  expect(came).toEqual({ ...came, ...outcome });
  expect(differences(measured, again)).toEqual([]);
  const known = outcome.seed === experiment.seeds[0] ? variant.curve : undefined;
  if (known) expect(again.variants[0].curve).toEqual(known);
}

/** Whether the sample takes a second or so; readings take longer than training. */
export const isByDay = (experiment: Experiment, measured: Measurement): boolean =>
  !experiment.criterion && !experiment.readings && work(shortest(experiment, measured)) < 4e10;

/** Whether it takes half a minute at most, and more than by day; the others are for `grokscape reproduce`. */
export const isByNight = (experiment: Experiment, measured: Measurement): boolean =>
  !isByDay(experiment, measured) && work(shortest(experiment, measured)) < 1.2e12;
