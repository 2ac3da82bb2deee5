import { isDeepStrictEqual } from "node:util";
import { InputError, type SplitSpec, task } from "@grokscape/group-datasets";
import {
  preset,
  presets,
  type RunConfig,
  type RunConfigInput,
  runConfig,
} from "@grokscape/trainer";
import type { Given, Options } from "../arguments/command.ts";
import { fromKindWord, type Kinds, kindsInWords, kindWord } from "./kind-words.ts";
import { modelFrom, modelOptions, saidOfModel, usualModels } from "./model-options.ts";
import { numberGiven, numberOr, yesOrNo } from "./values.ts";

/** What is trained if nothing is said: Figure 3 of the paper, to be stopped when it has grokked. */
const figure3 = {
  task: "cyclic:71",
  split: { fraction: 0.4 },
  model: usualModels.mlp,
  steps: 2000,
  evaluateEvery: 5,
} satisfies RunConfigInput;

const schedules: Kinds = {
  constant: [],
  cosine: [],
  step: ["every", "factor"],
  multistep: ["factor", "...at"],
  exponential: ["factor"],
};

const filters: Kinds = {
  "grokfast-ema": ["alpha", "lambda"],
  "grokfast-ma": ["window", "lambda"],
  orthogonal: [],
  clip: ["norm"],
};

const dataOptions: Options = {
  preset: {
    value: "name",
    says: `begin with its settings; every other option changes them: ${presets.map(({ name }) => name).join(", ")}`,
  },
  task: { value: "id", says: "what to learn; `tasks` lists them", otherwise: figure3.task },
  fraction: { value: "p", says: "share of the examples that is shown", otherwise: "0.4" },
  count: { value: "n", says: "instead: number of examples shown" },
  multiple: { value: "c", says: "instead: n = c·M·ln M examples, M the number of answers" },
  seed: { value: "s", says: "decides split and initial weights", otherwise: "1" },
};

const trainingOptions: Options = {
  loss: { value: "name", says: "mse, cross-entropy, stablemax", otherwise: "mse" },
  optimiser: { value: "name", says: "adam, adamw, sgd, muon", otherwise: "adam" },
  "learning-rate": {
    value: "η",
    says: "step size",
    otherwise: "0.001; 0.05 for sgd, 0.005 for muon",
  },
  "weight-decay": {
    value: "λ",
    says: "0 for none",
    otherwise: "0.0002; 0.1 for adamw, 0.0001 for sgd, 0.001 for muon",
  },
  momentum: { value: "μ", says: "of sgd or muon", otherwise: "0.9; 0.95 for muon" },
  nesterov: {
    value: "yes|no",
    says: "look ahead along the momentum",
    otherwise: "no; yes for muon",
  },
  polar: { value: "how", says: "of muon: newton-schulz, exact", otherwise: "newton-schulz" },
  beta1: { value: "β₁", says: "Adam's decay of the mean gradient", otherwise: "0.9" },
  beta2: { value: "β₂", says: "Adam's decay of the mean square", otherwise: "0.999" },
  epsilon: { value: "ε", says: "Adam's ε", otherwise: "1e-8" },
  schedule: {
    value: "kind",
    says: `how the step size changes: ${kindsInWords(schedules)}`,
    otherwise: "constant",
  },
  "warm-up": { value: "n", says: "steps over which the step size rises", otherwise: "0" },
  batch: { value: "n", says: "examples an update sees; or all", otherwise: "all" },
  ridge: {
    value: "η",
    says: "solve the top layer at every step, with this ridge",
    otherwise: "none",
  },
  filter: {
    value: "kind",
    says: `what is done to gradients first: ${kindsInWords(filters)}; several with + between them`,
    otherwise: "none",
  },
  l1: { value: "λ", says: "adds λ·Σ|w| to the loss" },
  l2: { value: "λ", says: "adds ½·λ·Σw² to the loss" },
  "label-scale": { value: "s", says: "multiplies the target of mse", otherwise: "1" },
  "norm-clamp": {
    value: "c",
    says: "hold the weights' norm at c times its start",
    otherwise: "none",
  },
  steps: { value: "n", says: "updates at most", otherwise: `${figure3.steps}` },
  "evaluate-every": {
    value: "n",
    says: "steps between two measurements",
    otherwise: `${figure3.evaluateEvery}`,
  },
  "until-end": { says: "make all steps, also when the held-out examples have long been right" },
};

/** Options of every command that speaks of a run before it starts. */
export const configOptions: Options = {
  ...under("What is learnt", dataOptions),
  ...under("The network", modelOptions),
  ...under("The training", trainingOptions),
};

/**
 * The run that a person asked for: the preset's or Figure 3, and what the options change of it.
 *
 * @throws InputError naming the option that cannot be used
 */
export function configFrom({ options }: Given): RunConfig {
  const base: RunConfigInput = options.preset ? preset(options.preset).config : figure3;
  const { optimiser = { kind: "adam" }, schedule = { kind: "constant" } } = base;
  const sameOptimiser = [undefined, optimiser.kind].includes(options.optimiser as never);
  const input = {
    ...base,
    ...given({
      task: options.task && task(options.task).id,
      split: splitFrom(options),
      seed: numberGiven(options, "seed"),
      loss: options.loss,
      steps: numberGiven(options, "steps"),
      evaluateEvery: numberGiven(options, "evaluate-every"),
      batchSize: numberOr("all", options, "batch"),
      ridge: numberOr("none", options, "ridge"),
      gradientFilters: filtersFrom(options.filter),
      labelScale: numberGiven(options, "label-scale"),
      normClamp: numberOr("none", options, "norm-clamp"),
      goal: options["until-end"] ? null : undefined,
    }),
    model: modelFrom(options, base.model ?? {}),
    optimiser: {
      ...(sameOptimiser ? optimiser : { kind: options.optimiser }),
      ...given({
        learningRate: numberGiven(options, "learning-rate"),
        weightDecay: numberGiven(options, "weight-decay"),
        momentum: numberGiven(options, "momentum"),
        nesterov: yesOrNo(options, "nesterov"),
        polar: options.polar,
        beta1: numberGiven(options, "beta1"),
        beta2: numberGiven(options, "beta2"),
        epsilon: numberGiven(options, "epsilon"),
      }),
    },
    schedule: {
      ...(options.schedule ? fromKindWord("schedule", options.schedule, schedules) : schedule),
      ...given({ warmUp: numberGiven(options, "warm-up") ?? schedule.warmUp }),
    },
    penalty: {
      ...base.penalty,
      ...given({ l1: numberGiven(options, "l1"), l2: numberGiven(options, "l2") }),
    },
  };
  return runConfig(input as RunConfigInput);
}

/** What of a config each option says. */
const saidBy: Readonly<Record<string, (config: RunConfig) => string | number | undefined>> = {
  task: ({ task }) => task,
  fraction: ({ split }) => split.fraction,
  count: ({ split }) => split.count,
  multiple: ({ split }) => split.criticalMultiple,
  seed: ({ seed }) => seed,
  ...Object.fromEntries(
    Object.entries(saidOfModel).map(([name, said]) => [
      name,
      ({ model }: RunConfig) => said(model),
    ]),
  ),
  loss: ({ loss }) => loss,
  optimiser: ({ optimiser }) => optimiser.kind,
  "learning-rate": ({ optimiser }) => optimiser.learningRate,
  "weight-decay": ({ optimiser }) => optimiser.weightDecay,
  momentum: ({ optimiser }) => ("momentum" in optimiser ? optimiser.momentum : undefined),
  nesterov: ({ optimiser }) =>
    "nesterov" in optimiser ? (optimiser.nesterov ? "yes" : "no") : undefined,
  polar: ({ optimiser }) => ("polar" in optimiser ? optimiser.polar : undefined),
  beta1: ({ optimiser }) => ("beta1" in optimiser ? optimiser.beta1 : undefined),
  beta2: ({ optimiser }) => ("beta2" in optimiser ? optimiser.beta2 : undefined),
  epsilon: ({ optimiser }) => ("epsilon" in optimiser ? optimiser.epsilon : undefined),
  schedule: ({ schedule }) => kindWord(schedule, schedules),
  "warm-up": ({ schedule }) => schedule.warmUp,
  batch: ({ batchSize }) => batchSize ?? "all",
  ridge: ({ ridge }) => ridge ?? "none",
  filter: ({ gradientFilters }) =>
    gradientFilters.map((filter) => kindWord(filter, filters)).join("+") || "none",
  l1: ({ penalty }) => penalty.l1,
  l2: ({ penalty }) => penalty.l2,
  "label-scale": ({ labelScale }) => labelScale,
  "norm-clamp": ({ normClamp }) => normClamp ?? "none",
  steps: ({ steps }) => steps,
  "evaluate-every": ({ evaluateEvery }) => evaluateEvery,
};

/**
 * The fewest options that ask for this run: those that differ from what holds anyway, or from a preset.
 *
 * @returns null for a run that options cannot ask for, such as one with symbols held out
 */
export function optionsFor(config: RunConfig): string[] | null {
  const fromPresets = presets.map(({ name }) => optionsBeside(config, name));
  const tellings = [optionsBeside(config), ...fromPresets].filter((words) => {
    const options = Object.fromEntries(words);
    return isDeepStrictEqual(configFrom({ options, operand: undefined }), config);
  });
  if (tellings.length === 0) return null;
  const shortest = tellings.reduce((best, words) => (words.length < best.length ? words : best));
  return shortest.flatMap(([name, value]) =>
    configOptions[name].value ? [`--${name}`, value] : [`--${name}`],
  );
}

/** The options that ask for a run, if a preset or Figure 3 is where they begin. */
function optionsBeside(config: RunConfig, preset?: string): [name: string, value: string][] {
  const begin = given({ preset });
  const base = configFrom({ options: begin, operand: undefined });
  const kinds = given({
    model: config.model.kind === base.model.kind ? undefined : config.model.kind,
    optimiser: config.optimiser.kind === base.optimiser.kind ? undefined : config.optimiser.kind,
  });
  const usual = configFrom({ options: { ...begin, ...kinds }, operand: undefined });
  const differing = Object.entries(saidBy).flatMap(([name, said]): [string, string][] => {
    const value = said(config);
    const isUsual = value === said(name in kinds ? base : usual);
    return value === undefined || isUsual ? [] : [[name, `${value}`]];
  });
  const untilEnd = config.goal ? {} : { "until-end": "yes" };
  return [...Object.entries(begin), ...differing, ...Object.entries(untilEnd)];
}

function splitFrom(options: Given["options"]): SplitSpec | undefined {
  const named = ["fraction", "count", "multiple"].filter((name) => options[name] !== undefined);
  if (named.length > 1) {
    throw new InputError(`--${named[0]} and --${named[1]} both say how much is shown`, "give one");
  }
  if (named.length === 0) return undefined;
  return given({
    fraction: numberGiven(options, "fraction"),
    count: numberGiven(options, "count"),
    criticalMultiple: numberGiven(options, "multiple"),
  });
}

function filtersFrom(words: string | undefined) {
  if (words === "none") return [];
  return words?.split("+").map((word) => fromKindWord("filter", word, filters));
}

/** Without what was not given, so that something else holds there. */
function given<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as never;
}

/** Options under a heading of the help. */
function under(group: string, options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { ...option, group }]),
  );
}
