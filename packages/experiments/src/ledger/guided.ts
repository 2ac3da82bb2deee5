import { type TaskShape, task, trainCount } from "@grokscape/group-datasets";
import { type GuidingIrreps, guidedTraining, limitOfSymbols } from "@grokscape/theory";
import { presets, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";

/** Name of the method that `guidedTraining` chooses; all others are called as their preset. */
export const guided = "li2-guided";

/** Name of the method that `guidedTraining` chooses for a table that is declared commutative. */
export const oneEmbedding = "one-embedding";

/** Presets that it chooses for tables too large to race on, where a run takes minutes. */
export const largePresets: readonly string[] = ["z499", "z997"];

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

/** The recipe of `guidedTraining`, with an embedding for each operand or with one, of any length. */
const guidedMethod = (name: string, commutative: boolean): Method => ({
  name,
  cap: 5000,
  evaluateEvery: 5,
  isTransformer: false,
  recipe: (shape, examples) => guidedTraining(shape, examples, { commutative }),
});

/** Every preset's model, loss and optimiser, and the recipes of `guidedTraining`. */
export const methods: readonly Method[] = [
  guidedMethod(guided, false),
  guidedMethod(oneEmbedding, true),
  ...presets
    .filter(({ name }) => ![guided, oneEmbedding, ...largePresets].includes(name))
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
const commutative = methods.filter(({ isTransformer }) => !isTransformer);
const twoLayers = commutative.filter(({ name }) => name !== oneEmbedding);
const leaders = twoLayers.filter(({ name }) => name === guided || name === baseline);
const commutativeLeaders = commutative.filter(
  ({ name }) => name === oneEmbedding || leaders.some((leader) => leader.name === name),
);

/** One embedding is tried where the table commutes. Slow runs are few: transformers see two shares of a table, and large tasks only the two methods compared. */
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
    methods: commutative,
  },
  { task: "cyclic:31", fractions: [0.5, 0.35], methods: transformers },
  {
    task: "cyclic:59",
    fractions: [0.3, 0.25, 0.2, 0.18, 0.16, 0.14, 0.12],
    methods: commutativeLeaders,
  },
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

const timesTheLimit = 1.05;

/** One embedding with hardly more examples than any learner needs that does not know the symbols. */
export const nearTheLimit: Experiment = {
  id: "near-the-limit",
  title: { en: "One embedding near the limit", "zh-cn": "共用一个嵌入，逼近极限" },
  question: {
    en: "Shown 1.05 times the examples without which nobody can answer 99 % of the rest: does one embedding for both operands get there?",
    "zh-cn": "样本数只有“谁也答不对其余 99 %”之界的 1.05 倍：两个运算数共用一个嵌入，能学会吗？",
  },
  base: { task: "cyclic:31", evaluateEvery: 10, goal: { testAccuracy: 0.99, hold: 0 } },
  variants: [31, 59, 97, 127].map((M): Variant => {
    const id = `cyclic:${M}`;
    const count = Math.round(timesTheLimit * limitOfSymbols * M);
    const recipe = guidedTraining(task(id), count, { commutative: true });
    return { name: id, changes: { ...recipe, task: id, split: { count } } };
  }),
  seeds: [1, 2, 3, 4, 5],
};

/** Groups, what is known of their irreps, and how much is shown. */
const declared: readonly {
  readonly task: string;
  readonly irreps?: GuidingIrreps;
  readonly split: { readonly fraction: number } | { readonly timesTheLimit: number };
}[] = [
  ...[31, 59, 97, 127].map((M) => ({
    task: `cyclic:${M}`,
    irreps: { degree: 1, type: "C" } as const,
    split: { timesTheLimit: 1.15 },
  })),
  { task: "cyclic:59", split: { timesTheLimit: 1.15 } },
  ...[10, 23].map((n) => ({
    task: `dihedral:${n}`,
    irreps: { degree: 2, type: "R" } as const,
    split: { timesTheLimit: 1.15 },
  })),
  ...[0.6, 0.5].map((fraction) => ({
    task: "frobenius:7,3",
    irreps: { degree: 3, type: "C" } as const,
    split: { fraction },
  })),
  { task: "symmetric:4", irreps: { degree: 3, type: "R" }, split: { fraction: 0.4 } },
  { task: "alternating:5", irreps: { degree: 5, type: "R" }, split: { fraction: 0.25 } },
];

/** Two embeddings where it is known what irreps the group has: few nodes, and complex ones where they ask for it. */
export const declaredIrreps: Experiment = {
  id: "declared-irreps",
  title: { en: "Nodes as the irreps ask for", "zh-cn": "节点照不可约表示的需要" },
  question: {
    en: "An embedding for each operand, and it is known what irreps the group has, not its table. With as many nodes as these ask for, complex ones where they are no real matrices: how near to the limit does the network understand?",
    "zh-cn":
      "两个运算数各有嵌入；群有哪些不可约表示是知道的，乘法表不知道。节点数照它们的需要，写不成实矩阵的就用复数节点：网络能在离极限多近处学会？",
  },
  base: { task: "cyclic:31", evaluateEvery: 10, goal: { testAccuracy: 0.99, hold: 0 } },
  variants: declared.map(({ task: id, irreps, split }): Variant => {
    const shape = task(id);
    const isShare = "fraction" in split;
    const count = isShare
      ? trainCount(shape, split)
      : Math.round(split.timesTheLimit * limitOfSymbols * shape.classes);
    const amount = isShare
      ? `p = ${Math.round(100 * split.fraction)} %`
      : `q = ${split.timesTheLimit}`;
    return {
      name: `${id}, ${amount}${irreps ? "" : ", undeclared"}`,
      changes: { ...guidedTraining(shape, count, { irreps }), task: id, split: { count } },
    };
  }),
  seeds: [1, 2, 3, 4, 5],
};
