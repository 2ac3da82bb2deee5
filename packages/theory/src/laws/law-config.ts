import { elementOrders, type SplitSpec, type Task, trainCount } from "@grokscape/group-datasets";
import { mustBe, number, optional, record } from "@grokscape/group-datasets/forms";
import { featureKinds, largestDegree } from "../energy/feature-kinds.ts";
import { aGroup } from "../input/kinds.ts";
import type { LawConfig } from "./scaling-law.ts";

/** The parts of a run's config that laws read; the trainer's RunConfig has them all. */
export interface LawSettings {
  readonly split: SplitSpec;
  readonly model: { readonly width: number };
  readonly optimiser: { readonly learningRate: number; readonly weightDecay: number };
}

const settingsForm = record({
  model: record({ width: number }),
  optimiser: record({ learningRate: number, weightDecay: number }),
});

/**
 * What laws ask of a run, from its task and config.
 *
 * @throws InputError if the split suits no such task
 */
export function lawConfig(task: Task, settings: LawSettings): LawConfig {
  mustBe("config", settingsForm, settings);
  const { split, model, optimiser } = settings;
  const count = trainCount(task, split);
  mustBe("task.group", optional(aGroup), task.group);
  const { group, classes, size } = task;
  return {
    classes,
    size,
    largestDegree: group ? largestDegree(featureKinds(group)) : 1,
    cyclic: group !== undefined && elementOrders(group).includes(group.order),
    count,
    width: model.width,
    learningRate: optimiser.learningRate,
    weightDecay: optimiser.weightDecay,
  };
}
