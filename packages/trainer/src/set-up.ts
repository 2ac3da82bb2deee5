import { dataset, InputError, type Split, split, type Task } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import type { RunConfig } from "./config/config.ts";
import { mustBeMadeBy, taskOf } from "./config/plugins.ts";
import type { Problem, Snapshot } from "./engines/engine.ts";
import type { Link } from "./optimiser/link.ts";

/** All that a config stands for before the first step. */
export interface SetUp {
  readonly config: RunConfig;
  readonly task: Task;
  /** Indices of the examples shown and held out. */
  readonly parts: Split;
  /** What an engine is asked to train, with the examples shown (`train`) and held out (`test`). */
  readonly problem: Problem;
  /** The state at step 0. Draws the weights anew at every call, which can take minutes. */
  start(): Snapshot;
}

/**
 * Makes the task, the split and the examples of a run.
 *
 * @param options.task where `config.task` is none that `task()` knows
 * @param options.links in place of the chain that `config.optimiser` names
 * @throws InputError for a task or split that cannot be made, or a task that goes by another id than
 * `config.task`
 * @throws PluginError if other plug-ins make the task than `config.plugins`
 */
export function setUp(
  config: RunConfig,
  options: { readonly task?: Task; readonly links?: readonly Link[] } = {},
): SetUp {
  const { task = taskOf(config), links } = options;
  if (task.id !== config.task) {
    throw new InputError(
      `the config is for the task ${config.task}, the task itself is ${task.id}`,
      "a run has one task under one name: set config.task to the task's id",
    );
  }
  mustBeMadeBy(task.id, task.plugins, config.plugins);
  const parts = split(task, { ...config.split, seed: config.seed });
  const { plugins: _, ...recipe } = config;
  const train = dataset(task, parts.train);
  const test = dataset(task, parts.test);
  return {
    config,
    task,
    parts,
    problem: { ...recipe, links, shape: task, train, test },
    start: () => ({
      step: 0,
      weights: initialise(config.model, task, config.seed),
      optimiser: {},
    }),
  };
}
