import { type TaskShape, task, trainCount } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { presets, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";

/** Name of the method that `guidedTraining` chooses; all others are called as their preset. */
export const guided = "li2-guided";

/** Name of the method that the guided one is compared with: Adam at the paper's settings. */
export const baseline = "tian-fig3";

/** A model, loss and optimiser, as they are used on any of the race's tasks. */
export interface Method {
  readonly name: string;
  /** Updates after which a run counts as missed. */
  readonly cap: number;
  readonly evaluateEvery: number;
  readonly isTransformer: boolean;
  recipe(shape: TaskShape, examples: number): Omit<RunConfigInput, "task">;
}

/** Every preset's model, loss and optimiser, and the recipe of `guidedTraining`. */
export const methods: readonly Method[] = [
  { name: guided, cap: 5000, evaluateEvery: 5, isTransformer: false, recipe: guidedTraining },
  ...presets
    .filter(({ name }) => name !== guided)
    .map(({ name, config: { task: _, split: __, ...recipe } }): Method => {
      const isTransformer = recipe.model?.kind === "transformer";
      return {
        name,
        cap: isTransformer ? 10_000 : 20_000,
        evaluateEvery: 25,
        isTransformer,
        recipe: () => recipe,
      };
    }),
];

/** A task, the shares of its table that are shown, largest first, and the methods that run it. */
export interface Course {
  readonly task: string;
  readonly fractions: readonly number[];
  readonly methods: readonly Method[];
}

const transformers = methods.filter(({ isTransformer }) => isTransformer);
const twoLayers = methods.filter(({ isTransformer }) => !isTransformer);
const leaders = methods.filter(({ name }) => name === guided || name === baseline);

/** Slow runs are few: transformers see two shares of a table, and large tasks only the two methods compared. */
export const courses: readonly Course[] = [
  {
    task: "dihedral:10",
    fractions: [0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25],
    methods: twoLayers,
  },
  { task: "dihedral:10", fractions: [0.7, 0.5], methods: transformers },
  {
    task: "cyclic:31",
    fractions: [0.5, 0.4, 0.35, 0.3, 0.28, 0.26, 0.24, 0.22],
    methods: twoLayers,
  },
  { task: "cyclic:31", fractions: [0.5, 0.35], methods: transformers },
  { task: "cyclic:59", fractions: [0.3, 0.25, 0.2, 0.18, 0.16, 0.14, 0.12], methods: leaders },
  { task: "frobenius:7,3", fractions: [0.9, 0.8, 0.7], methods: leaders },
];

/** The name of the variant of a method at one share of a table. */
export const variantName = (task: string, method: string, fraction: number): string =>
  `${task}, p = ${Math.round(100 * fraction)} %, ${method}`;

/** All methods see the same split, which the seed alone decides. */
function variantsOf({ task: id, fractions, methods }: Course): Variant[] {
  const shape = task(id);
  return methods.flatMap(({ name, cap: steps, evaluateEvery, recipe }) =>
    fractions.map((fraction, i): Variant => {
      const split = { fraction };
      const examples = trainCount(shape, split);
      return {
        name: variantName(id, name, fraction),
        changes: { ...recipe(shape, examples), task: id, split, steps, evaluateEvery },
        ...(i > 0 && { after: variantName(id, name, fractions[i - 1]) }),
      };
    }),
  );
}

/** The guided recipe beside the presets. Each goes down the shares of a table until two of its seeds miss. */
export const guidedRace: Experiment = {
  id: "guided",
  title: { en: "The guided recipe and the presets", "zh-cn": "引导配方与各个预设" },
  question: {
    en: "Of the same tables and splits: from which share on does each method understand, and in how many steps?",
    "zh-cn": "同样的表，同样的划分：每种方法从多大比例起能悟出规律，要多少步？",
  },
  base: { task: "dihedral:10", goal: { testAccuracy: 0.99, hold: 0 } },
  variants: courses.flatMap(variantsOf),
  seeds: [1, 2, 3, 4, 5],
  mayMiss: 1,
};
