import { type Task, trainCount } from "@grokscape/group-datasets";
import { weightCount } from "@grokscape/models";
import { type RunConfig, taskOf } from "@grokscape/trainer";

const tasks = new Map<string, Task>();
const mostTasks = 200;

function knownTask(config: RunConfig): Task {
  const known = tasks.get(config.task) ?? taskOf(config);
  if (tasks.size >= mostTasks) tasks.clear();
  tasks.set(config.task, known);
  return known;
}

/**
 * Multiplications of one step, about: six an example shown and weight, and two for every example held out
 * where it is measured.
 */
export function workOfStep(config: RunConfig): number {
  const { split, batchSize, model, evaluateEvery } = config;
  const chosen = knownTask(config);
  const shown = trainCount(chosen, split);
  const examples = Math.min(batchSize ?? shown, shown);
  const measured = (chosen.size - examples) / evaluateEvery;
  return weightCount(model, chosen) * (6 * examples + 2 * measured);
}

/** Of all its steps. */
export const workOf = (config: RunConfig): number => config.steps * workOfStep(config);
