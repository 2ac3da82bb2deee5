import { type Task, task, trainCount } from "@grokscape/group-datasets";
import { weightCount } from "@grokscape/models";
import type { RunConfig } from "@grokscape/trainer";

const tasks = new Map<string, Task>();
const mostTasks = 200;

function taskOf(id: string): Task {
  const known = tasks.get(id) ?? task(id);
  if (tasks.size >= mostTasks) tasks.clear();
  tasks.set(id, known);
  return known;
}

/**
 * Multiplications of one step, about: six an example shown and weight, and two for every example held out
 * where it is measured.
 */
export function workOfStep({
  task: id,
  split,
  batchSize,
  model,
  evaluateEvery,
}: RunConfig): number {
  const chosen = taskOf(id);
  const shown = trainCount(chosen, split);
  const examples = Math.min(batchSize ?? shown, shown);
  const measured = (chosen.size - examples) / evaluateEvery;
  return weightCount(model, chosen) * (6 * examples + 2 * measured);
}

/** Of all its steps. */
export const workOf = (config: RunConfig): number => config.steps * workOfStep(config);
