import { InputError, type SplitSpec, task } from "@grokscape/group-datasets";
import { activations } from "@grokscape/models";
import { type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";
import type { Given, Options } from "../arguments/command.ts";
import { fromKindWord, type Kinds, kindsInWords, kindWord, numberIn } from "./kind-words.ts";

/** What is trained if nothing is said: Figure 3 of the paper. */
const figure3 = { task: "cyclic:71", fraction: 0.4, width: 2048, steps: 2000, evaluateEvery: 5 };

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

/** Options of every command that speaks of a run before it starts. */
export const configOptions: Options = {
  task: { value: "id", says: "what to learn; `tasks` lists them", otherwise: figure3.task },
  fraction: { value: "p", says: "share of the examples that is shown", otherwise: "0.4" },
  count: { value: "n", says: "instead: number of examples shown" },
  multiple: { value: "c", says: "instead: n = c·M·ln M examples, M the number of answers" },
  seed: { value: "s", says: "decides split and initial weights", otherwise: "1" },
  width: { value: "K", says: "hidden nodes", otherwise: `${figure3.width}` },
  activation: { value: "σ", says: activations.join(", "), otherwise: "quadratic" },
  layers: { value: "n", says: "hidden layers after the first", otherwise: "0" },
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
  schedule: {
    value: "kind",
    says: `how the step size changes: ${kindsInWords(schedules)}`,
    otherwise: "constant",
  },
  "warm-up": { value: "n", says: "steps over which the step size rises", otherwise: "0" },
  batch: { value: "n", says: "examples an update sees", otherwise: "all" },
  ridge: { value: "η", says: "solve the top layer at every step, with this ridge" },
  filter: {
    value: "kind",
    says: `what is done to gradients first: ${kindsInWords(filters)}; several with + between them`,
  },
  l1: { value: "λ", says: "adds λ·Σ|w| to the loss" },
  l2: { value: "λ", says: "adds ½·λ·Σw² to the loss" },
  "label-scale": { value: "s", says: "multiplies the target of mse", otherwise: "1" },
  "norm-clamp": { value: "c", says: "hold the weights' norm at c times its start" },
  steps: { value: "n", says: "updates at most", otherwise: `${figure3.steps}` },
  "evaluate-every": {
    value: "n",
    says: "steps between two measurements",
    otherwise: `${figure3.evaluateEvery}`,
  },
  "until-end": { says: "make all steps, also when the held-out examples have long been right" },
};

/**
 * The run that a person asked for.
 *
 * @throws InputError naming the option that cannot be used
 */
export function configFrom({ options }: Given): RunConfig {
  const id = options.task ?? figure3.task;
  const input = {
    task: task(id).id,
    split: splitFrom(options),
    seed: number(options, "seed"),
    loss: options.loss,
    steps: number(options, "steps") ?? figure3.steps,
    evaluateEvery: number(options, "evaluate-every") ?? figure3.evaluateEvery,
    goal: options["until-end"] ? null : undefined,
    model: {
      width: number(options, "width") ?? figure3.width,
      activation: options.activation,
      hiddenLayers: number(options, "layers"),
    },
    optimiser: {
      kind: options.optimiser ?? "adam",
      learningRate: number(options, "learning-rate"),
      weightDecay: number(options, "weight-decay"),
      momentum: number(options, "momentum"),
      nesterov: yesOrNo(options, "nesterov"),
      polar: options.polar,
    },
    schedule: {
      ...fromKindWord("schedule", options.schedule ?? "constant", schedules),
      warmUp: number(options, "warm-up"),
    },
    batchSize: number(options, "batch"),
    ridge: number(options, "ridge"),
    gradientFilters: options.filter
      ?.split("+")
      .map((word) => fromKindWord("filter", word, filters)),
    penalty: { l1: number(options, "l1"), l2: number(options, "l2") },
    labelScale: number(options, "label-scale"),
    normClamp: number(options, "norm-clamp"),
  };
  return runConfig(withoutGaps(input) as unknown as RunConfigInput);
}

/** What of a config each option says. */
const saidBy: Readonly<Record<string, (config: RunConfig) => string | number | undefined>> = {
  task: ({ task }) => task,
  fraction: ({ split }) => split.fraction,
  count: ({ split }) => split.count,
  multiple: ({ split }) => split.criticalMultiple,
  seed: ({ seed }) => seed,
  width: ({ model }) => model.width,
  activation: ({ model }) => model.activation,
  layers: ({ model }) => (model.kind === "mlp" ? model.hiddenLayers : undefined),
  loss: ({ loss }) => loss,
  optimiser: ({ optimiser }) => optimiser.kind,
  "learning-rate": ({ optimiser }) => optimiser.learningRate,
  "weight-decay": ({ optimiser }) => optimiser.weightDecay,
  momentum: ({ optimiser }) => ("momentum" in optimiser ? optimiser.momentum : undefined),
  nesterov: ({ optimiser }) =>
    "nesterov" in optimiser ? (optimiser.nesterov ? "yes" : "no") : undefined,
  polar: ({ optimiser }) => ("polar" in optimiser ? optimiser.polar : undefined),
  schedule: ({ schedule }) => kindWord(schedule, schedules),
  "warm-up": ({ schedule }) => schedule.warmUp,
  batch: ({ batchSize }) => batchSize ?? undefined,
  ridge: ({ ridge }) => ridge ?? undefined,
  filter: ({ gradientFilters }) =>
    gradientFilters.map((filter) => kindWord(filter, filters)).join("+") || undefined,
  l1: ({ penalty }) => penalty.l1,
  l2: ({ penalty }) => penalty.l2,
  "label-scale": ({ labelScale }) => labelScale,
  "norm-clamp": ({ normClamp }) => normClamp ?? undefined,
  steps: ({ steps }) => steps,
  "evaluate-every": ({ evaluateEvery }) => evaluateEvery,
};

/** The options that ask for this run: those that differ from what holds anyway. */
export function optionsFor(config: RunConfig): string {
  const usual = configFrom({ options: { optimiser: config.optimiser.kind }, operand: undefined });
  const differing = Object.entries(saidBy).flatMap(([name, value]) => {
    const said = value(config);
    const isUsual = said === (name === "optimiser" ? "adam" : value(usual));
    return said === undefined || isUsual ? [] : [`--${name} ${said}`];
  });
  return [...differing, ...(config.goal ? [] : ["--until-end"])].join(" ");
}

function splitFrom(options: Given["options"]): SplitSpec {
  const given = ["fraction", "count", "multiple"].filter((name) => options[name] !== undefined);
  if (given.length > 1) {
    throw new InputError(`--${given[0]} and --${given[1]} both say how much is shown`, "give one");
  }
  return withoutGaps({
    fraction: number(options, "fraction") ?? (given.length === 0 ? figure3.fraction : undefined),
    count: number(options, "count"),
    criticalMultiple: number(options, "multiple"),
  });
}

function number(options: Given["options"], name: string): number | undefined {
  const text = options[name];
  return text === undefined ? undefined : numberIn(name, text);
}

function yesOrNo(options: Given["options"], name: string): boolean | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (text === "yes" || text === "no") return text === "yes";
  throw new InputError(`--${name} must be yes or no, got "${text}"`);
}

/** Without what was not given, so that the defaults hold there. */
function withoutGaps<T extends object>(value: T): T {
  const filled = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const deep = filled.map(([key, entry]) => [
    key,
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? withoutGaps(entry)
      : entry,
  ]);
  return Object.fromEntries(deep) as T;
}
