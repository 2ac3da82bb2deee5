import {
  type Dataset,
  dataset,
  InputError,
  type Split,
  split,
  type Task,
  task as taskById,
} from "@grokscape/group-datasets";
import type { RunConfig } from "./config/config.ts";
import { hashExamples } from "./identity.ts";

/** What a run learns from, and what it is examined on. */
export interface Examples {
  readonly task: Task;
  /** Indices of the examples shown and held out. */
  readonly parts: Split;
  readonly train: Dataset;
  readonly test: Dataset;
  /** `hashExamples` of all this. */
  readonly hash: string;
}

/**
 * The examples of a run.
 *
 * @param given the task, where `config.task` is none that `task()` knows
 * @throws InputError for a task or split that cannot be made, or a task that goes by another id than
 * `config.task`
 */
export function examplesOf(config: RunConfig, given?: Task): Examples {
  const task = given ?? taskById(config.task);
  if (task.id !== config.task) {
    throw new InputError(
      `the config is for the task ${config.task}, the task itself is ${task.id}`,
      "a run has one task under one name: set config.task to the task's id",
    );
  }
  const parts = split(task, { ...config.split, seed: config.seed });
  const train = dataset(task, parts.train);
  const test = dataset(task, parts.test);
  return { task, parts, train, test, hash: hashExamples(task, train, test) };
}
