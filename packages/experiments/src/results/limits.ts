import { split } from "@grokscape/group-datasets";
import {
  type Alphabet,
  alphabetOfNetwork,
  bestOfRun,
  limitCount,
  type ShownToNetwork,
} from "@grokscape/theory";
import { type RunConfig, taskOf } from "@grokscape/trainer";
import type { ResultRun } from "./columns.ts";

/** What the examples of a run allow. */
export interface Limits {
  /**
   * The best accuracy on what is held out that any learner could have, if it has the same alphabets as the
   * network; null of a task that is no group's if all symbols occurred: then it is not known.
   */
  readonly bestAccuracy: number | null;
  /**
   * Examples shown, in multiples of the number from which on 99 % of what is held out can be known, on the
   * average over splits; null of a task that is no group's table.
   */
  readonly timesLimit: number | null;
}

/**
 * Runs with the limits of their examples, each split looked at once.
 *
 * @throws InputError for the config of a run whose task or split there is not
 */
export function withLimits<Run extends ResultRun>(runs: readonly Run[]): (Run & Partial<Limits>)[] {
  const tasks = once((task: string, plugins: RunConfig["plugins"]) => taskOf({ task, plugins }));
  const counts = once((id: string, plugins: RunConfig["plugins"], alphabet: Alphabet) => {
    const made = tasks(id, plugins);
    const { group, vocabulary, size } = made;
    const isTable = group !== undefined && size === vocabulary ** 2;
    return isTable ? limitCount(made, 0.99, { alphabet }).mean : null;
  });
  const limits = once(
    (id: string, plugins: RunConfig["plugins"], shown: ShownToNetwork): Limits => {
      const made = tasks(id, plugins);
      const count = counts(id, plugins, alphabetOfNetwork(shown.model));
      const { train } = split(made, { ...shown.split, seed: shown.seed });
      return {
        bestAccuracy: bestOfRun(made, shown)?.bestAccuracy ?? null,
        timesLimit: count === null ? null : train.length / count,
      };
    },
  );
  return runs.map((run) => {
    if (!run.config) return run;
    const { task, plugins, split, seed, model } = run.config as RunConfig;
    const embedding = model.kind === "mlp" ? model.embedding : undefined;
    const shown = { model: { kind: model.kind, embedding }, split, seed };
    return { ...run, ...limits(task, plugins, shown) };
  });
}

/** A function that keeps what it has answered, by its plain arguments. */
function once<Given extends readonly unknown[], Answer>(
  answer: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const known = new Map<string, Answer>();
  return (...given) => {
    const name = JSON.stringify(given);
    if (!known.has(name)) known.set(name, answer(...given));
    return known.get(name) as Answer;
  };
}
