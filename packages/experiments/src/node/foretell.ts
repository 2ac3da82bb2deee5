import type { RunConfig } from "@grokscape/trainer";
import { type SweepOptions, sweep } from "@grokscape/trainer/node";
import type { Predictor } from "../board/predictor.ts";
import type { ForetoldRun } from "../board/score-predictor.ts";
import { configOf, type Experiment } from "../experiment.ts";

/**
 * Trains the runs of an experiment and asks each predictor at some moments of each run, as long as
 * the run has not come.
 *
 * @param moments steps, ascending, at which the runs are measured
 * @param where in how many threads, and the folder of run folders: what has ended there is not trained again
 */
export async function foretell(
  experiment: Experiment,
  predictors: readonly Predictor[],
  moments: readonly number[],
  where: Pick<SweepOptions, "threads" | "runs"> = {},
): Promise<ForetoldRun[]> {
  const planned = experiment.variants.flatMap((variant) =>
    experiment.seeds.map((seed) => ({
      variant: variant.name,
      config: configOf(experiment, variant, seed),
    })),
  );
  const found = new Map<RunConfig, Omit<ForetoldRun, "variant">>();
  for await (const { config, ...end } of sweep(
    planned.map((run) => run.config),
    where,
  )) {
    if ("error" in end) throw end.error;
    const { metrics, generalisedAt: cameAt, steps, weightsHash } = end.record;
    const asked = moments.filter((step) => step < (cameAt ?? steps + 1));
    const said = predictors.map((predictor) => {
      const probabilities = asked.map((step) =>
        predictor.probability(
          config,
          metrics.filter((row) => row.step <= step),
        ),
      );
      return [predictor.id, probabilities.map((p) => Number(p.toPrecision(3)))] as const;
    });
    const { seed } = config;
    found.set(config, {
      ...{ seed, weightsHash, cameAt, steps, moments: asked },
      said: Object.fromEntries(said),
    });
  }
  return planned.flatMap(({ variant, config }) => {
    const run = found.get(config);
    return run ? [{ variant, ...run }] : [];
  });
}
