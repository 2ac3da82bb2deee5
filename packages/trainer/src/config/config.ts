import type { PluginId, SplitSpec } from "@grokscape/group-datasets";
import type { ModelInput, ModelSpec } from "@grokscape/models";
import type { AnySpec, Complete, Kinds, Rows, Spec, Written } from "../settings/values.ts";

/** Everything that decides a run's bytes. Plain JSON; made complete by `runConfig`. */
export interface RunConfig extends Complete<Omit<Rows, "split" | "model">> {
  readonly split: SplitSpec;
  readonly model: ModelSpec;
  /**
   * The plug-ins that make the task, where any do: `runConfig` adds those that are loaded. Not there
   * for tasks of ours.
   */
  readonly plugins?: readonly PluginId[];
}

/**
 * A run's config as a person writes it: the task, and whatever differs from the defaults. A field that
 * is undefined, at any depth, counts as not given.
 */
export interface RunConfigInput
  extends Pick<RunConfig, "task" | "plugins">,
    Written<Omit<Rows, "task" | "split" | "model">> {
  readonly split?: SplitSpec;
  readonly model?: ModelInput;
}

/** How a network is trained, whatever the data. */
export interface TrainingRecipe
  extends Omit<RunConfig, "task" | "plugins" | "split" | "evaluateEvery" | "goal"> {}

export type LossName = RunConfig["loss"];
export type Penalty = Spec<"penalty">;
/** Of one kind, if it is named, or of any. */
export type OptimiserSpec<Kind extends string = Kinds<"optimiser">> = AnySpec<"optimiser", Kind>;
export type ScheduleSpec = AnySpec<"schedule">;
export type GradientFilter = AnySpec<"gradientFilters">;
export type Goal = Spec<"goal">;
