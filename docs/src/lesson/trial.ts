import { dataset, isAbelian, type Task } from "@grokscape/group-datasets";
import { type Alphabet, type Best, bestOfRun, guidedTraining } from "@grokscape/theory";
import type { RunConfig } from "@grokscape/trainer";
import { completed } from "@grokscape/trainer/settings";
import { labAddress } from "../lab/address.ts";
import type { Locale } from "../site/locales.ts";

/** A network's training on the very cells of a lesson. */
export interface Trial {
  readonly config: RunConfig;
  readonly best: Best | null;
  /** The same run in the laboratory. */
  readonly href: string;
}

/**
 * The guided recipe on these cells. A network whose rows and columns share an embedding is the learner
 * that knows them to be the same.
 *
 * @param cells ascending, not all
 */
export function trialOf(
  task: Task,
  cells: readonly number[],
  alphabet: Alphabet,
  locale: Locale,
): Trial {
  const commutative = alphabet !== "own" && task.group !== undefined && isAbelian(task.group);
  const recipe = guidedTraining(task, dataset(task, cells), { commutative });
  const config = completed({
    task: task.id,
    split: { examples: cells },
    ...recipe,
    evaluateEvery: 10,
  }) as RunConfig;
  return { config, best: bestOfRun(task, config), href: labAddress(locale, config) };
}
