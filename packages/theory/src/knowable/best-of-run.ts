import { type SplitSpec, split, type Task } from "@grokscape/group-datasets";
import { mustBe, optional, record, text, whole } from "@grokscape/group-datasets/forms";
import type { Best } from "./coverage.ts";
import { bestPossible } from "./knowable.ts";
import type { Alphabet } from "./knowledge.ts";

/** What tells which examples a run shows, and which symbols its network knows to be the same. */
export interface ShownToNetwork {
  readonly model: { readonly kind: string; readonly embedding?: string };
  readonly split: SplitSpec;
  readonly seed: number;
}

const modelForm = record({ kind: text, embedding: optional(text) });
const configForm = record({
  model: modelForm,
  seed: whole(0, 2 ** 32 - 1),
});

/**
 * The best that any learner could do with the examples of a run, if it has the same alphabets as the
 * network; null of a task that is no group's if all symbols occurred: then it is not known.
 *
 * @param config complete, as `runConfig` of @grokscape/trainer makes it
 * @throws InputError as `split`
 */
export function bestOfRun(task: Task, config: ShownToNetwork): Best | null {
  mustBe("config", configForm, config);
  const { model, split: shown, seed } = config;
  const best = bestPossible(task, split(task, { ...shown, seed }), {
    alphabet: alphabetOfNetwork(model),
  });
  return task.group || best.unknowable.length > 0 ? best : null;
}

/**
 * Networks that place symbols of all operands by the same weights know which are the same.
 *
 * @param model of a complete config
 */
export function alphabetOfNetwork(model: ShownToNetwork["model"]): Alphabet {
  mustBe("model", modelForm, model);
  const { kind, embedding } = model;
  return kind === "mlp" && (embedding === "one-hot" || embedding === "per-operand")
    ? "own"
    : "operands";
}
