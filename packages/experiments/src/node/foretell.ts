import type { RunConfig } from "@grokscape/trainer";
import { sweep } from "@grokscape/trainer/node";
import type { Predictor } from "../board/predictor.ts";
import type { ForetoldRun } from "../board/score-predictor.ts";
import { configOf, type Experiment } from "../experiment.ts";

/**
 * Trains the runs of an experiment once more and asks each predictor at some moments of each run, as long as
 * the run has not come.
 *
 * @param moments steps, ascending, at which the runs are measured
 * @param threads runs side by side; one a core unless given
 */
export async function foretell(
  experiment: Experiment,
  predictors: readonly Predictor[],
  moments: readonly number[],
  threads?: number,
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
    { threads },
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
