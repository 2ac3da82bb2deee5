import { checkModel, refuseContradictions } from "@grokscape/models";
import { checkForms } from "../settings/check.ts";
import { completed } from "../settings/complete.ts";
import { contradictionsIn, valueAt } from "../settings/place.ts";
import { canonicalTask } from "./canonical-task.ts";
import type { RunConfig, RunConfigInput } from "./config.ts";

/**
 * Fills in the defaults (those of the paper's Figure 3, with a smaller width) and checks every
 * value, and that none contradicts another. A task that `task` knows gets its canonical id: however
 * it was written, it is one run.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function runConfig(input: RunConfigInput): RunConfig {
  const complete = completed(input);
  checkRunConfig(complete);
  refuseContradictions(contradictionsIn(complete), (path) => valueAt(complete, path));
  return { ...complete, task: canonicalTask(complete.task) };
}

/**
 * Refuses what is no complete config, field by field.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function checkRunConfig(config: unknown): asserts config is RunConfig {
  checkForms(config);
  checkModel((config as RunConfig).model);
}
