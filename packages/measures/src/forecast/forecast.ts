import { type Task, task as taskById, trainCount } from "@grokscape/group-datasets";
import { portableExp } from "@grokscape/models";
import { type MetricRow, milestones, type RunConfig, runConfig } from "@grokscape/trainer";
import { differences } from "@grokscape/trainer/settings";
import { curveFeatures, featureNames, type Setting } from "./curve-features.ts";
import { fitted } from "./fitted.ts";
import { linear, squaredDistance, standardised } from "./fitted-forecaster.ts";

/** A forecast of a run from its first rows. */
export interface Forecast {
  /** Step of the last row it was made from. */
  readonly at: number;
  /** Steps from the start within which a run counts as generalising, if it is trained for so long. */
  readonly horizon: number;
  /** Probability that the grok step lies within the horizon: its test accuracy reaches 99 % and stays. */
  readonly probability: number;
  /** If so, the grok step: its median, and an interval that holds it 4 times in 5. null once the horizon is past. */
  readonly step: { readonly low: number; readonly median: number; readonly high: number } | null;
  /**
   * In what the run lies outside of what the forecaster was fitted on, such as "model.activation
   * relu"; where this is not empty the numbers are a guess.
   */
  readonly outside: readonly string[];
}

/**
 * Whether and when a run will generalise, from its first rows: from its task's size and share of
 * examples, the hyperparameters, and how test accuracy, losses and the weights' norm have moved so far. Logistic and log-normal regression on runs of our
 * own, asked at steps 100 to 2400 of 4000: one hidden layer of 64 to 192 nodes with x², mse and Adam
 * (learning rate 0.001 to 0.01, weight decay 2e-5 to 1e-3) on all examples at once, tasks of two
 * operands and 7 to 31 classes, n from M·ln M to 6·M·ln M. What of a run is not so stands in `outside`.
 * The interval's width is such that of a task left out of the fit and of the quantiles it held the step
 * 4 times in 5; how well it does on tasks that it had not seen is in the README and `bench/forecast`.
 *
 * @param rows of one run from step 0 on, 10 or more
 * @param given the run's config
 * @param task where its `task` is none that `task()` knows
 * @throws TooFewRowsError for fewer than 10 rows
 * @throws InputError if the rows do not begin at step 0 or do not ascend, if nothing is held out, for a
 *   config or a task that is none, or for an accuracy, a loss or a norm that no run has
 */
export function forecast(
  given: RunConfig,
  rows: readonly MetricRow[],
  task: Task = taskById(runConfig(given).task),
): Forecast {
  const config = runConfig(given);
  const { horizon } = fitted;
  const features = curveFeatures(settingOf(config, task), rows);
  const at = rows[rows.length - 1].step;
  const z = standardised(fitted, features);
  const outside = [...unusual(config, task), ...beyond(features, z)];
  const { generalisedFrom: came } = milestones(rows);
  if (came !== null) {
    const step = { low: came, median: came, high: came };
    return { at, horizon, probability: came <= horizon ? 1 : 0, step, outside };
  }
  if (at >= horizon) return { at, horizon, probability: 0, step: null, outside };
  const delay = linear(fitted.delay, z);
  const [low, median, high] = fitted.quantiles.map((quantile) =>
    Math.round(Math.min(horizon, at * portableExp(Math.max(0, delay + quantile)))),
  );
  const probability = 1 / (1 + portableExp(-linear(fitted.odds, z)));
  return { at, horizon, probability, step: { low, median, high }, outside };
}

export function settingOf(config: RunConfig, task: Task): Setting {
  const { learningRate, weightDecay } = config.optimiser;
  const examples = trainCount(task, config.split);
  return {
    classes: task.classes,
    examples,
    heldOut: task.size - examples,
    width: config.model.width,
    learningRate,
    weightDecay,
  };
}

/** In which settings a run differs from those that the forecaster was fitted on. */
function unusual(config: RunConfig, { operands }: Task): string[] {
  const { task, split, steps, evaluateEvery, goal, seed } = config;
  const { learningRate, weightDecay } = config.optimiser;
  const usual = runConfig({
    ...{ task, split, steps, evaluateEvery, goal, seed },
    model: { width: config.model.width },
    optimiser: { kind: "adam", learningRate, weightDecay },
  });
  const found = differences(config, usual).map(([setting, text]) => `${setting} ${text}`);
  if (operands !== 2) found.push(`operands ${operands}`);
  return found;
}

/** Features beyond all that were seen; or an unusual combination of them. */
function beyond(features: readonly number[], z: readonly number[]): string[] {
  const found = featureNames.filter(
    (_, i) => !(features[i] >= fitted.lowest[i] && features[i] <= fitted.highest[i]),
  );
  if (found.length > 0) return [...found];
  return squaredDistance(fitted.precision, z) > fitted.farthest
    ? ["the combination of its curves"]
    : [];
}
