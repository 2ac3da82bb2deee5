import { checkModel, refuseContradictions } from "@grokscape/models";
import { checkForms } from "../settings/check.ts";
import { completed, isObject } from "../settings/complete.ts";
import { contradictionsIn, valueAt } from "../settings/place.ts";
import { canonicalTask } from "./canonical-task.ts";
import type { RunConfig, RunConfigInput } from "./config.ts";
import { checkPlugins, mustBeMadeBy } from "./plugins.ts";

/**
 * Fills in the defaults (those of the paper's Figure 3, with a smaller width) and checks every
 * value, and that none contradicts another. A task that `task` knows gets its canonical id: however
 * it was written, it is one run. If a plug-in makes it, the config says which.
 *
 * @throws InputError naming the field, the value seen and what it must be
 * @throws PluginError if the input names other plug-ins than those that make the task here
 */
export function runConfig(input: RunConfigInput): RunConfig {
  const complete = completed(input);
  checkRunConfig(complete);
  refuseContradictions(contradictionsIn(complete), (path) => valueAt(complete, path));
  const known = canonicalTask(complete.task);
  if (!known) return complete;
  const { id: task, plugins } = known;
  if (complete.plugins) mustBeMadeBy(task, plugins, complete.plugins);
  return { ...complete, task, ...(plugins && { plugins }) };
}

/**
 * Refuses what is no complete config, field by field.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function checkRunConfig(config: unknown): asserts config is RunConfig {
  const { plugins, ...settings } = isObject(config) ? config : {};
  checkForms(isObject(config) ? settings : config);
  checkPlugins(plugins);
  checkModel((config as RunConfig).model);
}
