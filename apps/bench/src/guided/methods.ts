import { type TaskShape, task, trainCount } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { presets, type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";

/** The recipe that the theory chooses; all other methods are called as their preset. */
export const guided = "li2-guided";

/** Adam at the paper's settings, which all others are compared with. */
export const baseline = "tian-fig3";

/** A way to train, moved to a task that it was not made for. */
export interface Method {
  readonly name: string;
  /** Updates after which a run counts as missed. */
  readonly cap: number;
  readonly evaluateEvery: number;
  recipe(shape: TaskShape, examples: number): Omit<RunConfigInput, "task">;
}

/** Every preset's model, loss and optimiser, and the recipe of `guidedTraining`. */
export const methods: readonly Method[] = [
  { name: guided, cap: 5000, evaluateEvery: 5, recipe: guidedTraining },
  ...presets
    .filter(({ name }) => name !== guided)
    .map(({ name, config: { task: _, split: __, ...recipe } }): Method => {
      const transformer = recipe.model?.kind === "transformer";
      return {
        name,
        cap: transformer ? 10_000 : 20_000,
        evaluateEvery: 25,
        recipe: () => recipe,
      };
    }),
];

/**
 * One run of a method, until the test accuracy is 99 % or its cap. The seed alone decides the split:
 * all methods see the same.
 *
 * @param fraction of the table that is shown
 */
export function configOf(method: Method, id: string, fraction: number, seed: number): RunConfig {
  const { name: _, cap: steps, evaluateEvery, recipe } = method;
  const shape = task(id);
  const split = { fraction };
  return runConfig({
    ...recipe(shape, trainCount(shape, split)),
    ...{ task: id, split, seed, steps, evaluateEvery },
    goal: { testAccuracy: 0.99, hold: 0 },
  });
}
