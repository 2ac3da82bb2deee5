import { checkModel, type ModelInput } from "@grokscape/models";
import { checkForms } from "../settings/check.ts";
import { completed, isObject } from "../settings/complete.ts";
import { canonicalTask } from "./canonical-task.ts";
import type {
  Goal,
  GradientFilter,
  OptimiserSpec,
  Penalty,
  RunConfig,
  ScheduleSpec,
} from "./config.ts";
import { refuseContradictions } from "./contradictions.ts";

type Defaulted<Spec extends { readonly kind: string }> = Spec extends unknown
  ? Pick<Spec, "kind"> & Partial<Omit<Spec, "kind">>
  : never;

/**
 * A run's config as a person writes it: the task, and whatever differs from the defaults. A field that
 * is undefined, at any depth, counts as not given.
 */
export type RunConfigInput = Pick<RunConfig, "task"> &
  Partial<
    Omit<
      RunConfig,
      "task" | "model" | "penalty" | "optimiser" | "schedule" | "gradientFilters" | "goal"
    >
  > & {
    readonly model?: ModelInput;
    readonly penalty?: Partial<Penalty>;
    readonly optimiser?: Defaulted<OptimiserSpec>;
    readonly schedule?: Defaulted<ScheduleSpec>;
    readonly gradientFilters?: readonly Defaulted<GradientFilter>[];
    readonly goal?: Partial<Goal> | null;
  };

/** What is shown where nothing is said. */
const usualSplit = { fraction: 0.4 };

/**
 * Fills in the defaults (those of the paper's Figure 3, with a smaller width) and checks every
 * value, and that none contradicts another. A task that `task` knows gets its canonical id: however
 * it was written, it is one run.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function runConfig(input: RunConfigInput): RunConfig {
  const given: unknown = input;
  const isSplitGiven = !isObject(given) || given.split !== undefined;
  const complete = completed(isSplitGiven ? given : { ...given, split: usualSplit });
  checkRunConfig(complete);
  const config = { ...complete, task: canonicalTask(complete.task) };
  refuseContradictions(config);
  return config;
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
