import { split, type Task } from "@grokscape/group-datasets";
import type { ModelSpec } from "@grokscape/models";
import { type Alphabet, type Best, besideBest, bestPossible } from "@grokscape/theory";
import type { RunConfig, RunRecord } from "@grokscape/trainer";

/**
 * The best that any learner could do with the examples of a run, if it has the same alphabets as the
 * network; null of a task that is no group's if all symbols occurred: then it is not known.
 */
export function bestFor(config: RunConfig, task: Task): Best | null {
  const shown = split(task, { ...config.split, seed: config.seed });
  const best = bestPossible(task, shown, { alphabet: alphabetOf(config.model) });
  return task.group || best.unknowable.length > 0 ? best : null;
}

/** Networks that place symbols of all operands by the same weights know which are the same. */
const alphabetOf = (model: ModelSpec): Alphabet =>
  model.kind === "mlp" && (model.embedding === "one-hot" || model.embedding === "per-operand")
    ? "own"
    : "operands";

/** The best beside the network's last accuracy, as a sentence; null where one of them is not known. */
export function bestInWords(best: Best | null, { metrics }: RunRecord): string | null {
  const accuracy = metrics.at(-1)?.testAccuracy ?? Number.NaN;
  if (!best || Number.isNaN(accuracy)) return null;
  const { en } = besideBest(best.bestAccuracy, accuracy);
  return `${en[0].toUpperCase()}${en.slice(1)}.`;
}
