import { InputError, type SplitSpec, task } from "@grokscape/group-datasets";
import { activations } from "@grokscape/models";
import { type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";
import type { Given, Options } from "../arguments/command.ts";

/** What is trained if nothing is said: Figure 3 of the paper. */
const figure3 = { task: "cyclic:71", fraction: 0.4, width: 2048, steps: 2000, evaluateEvery: 5 };

/** Options of every command that speaks of a run before it starts. */
export const configOptions: Options = {
  task: { value: "id", says: "what to learn; `tasks` lists them", otherwise: figure3.task },
  fraction: { value: "p", says: "share of the examples that is shown", otherwise: "0.4" },
  count: { value: "n", says: "instead: number of examples shown" },
  multiple: { value: "c", says: "instead: n = c·M·ln M examples, M the number of answers" },
  seed: { value: "s", says: "decides split and initial weights", otherwise: "1" },
  width: { value: "K", says: "hidden nodes", otherwise: `${figure3.width}` },
  activation: { value: "σ", says: activations.join(", "), otherwise: "quadratic" },
  loss: { value: "name", says: "mse, cross-entropy", otherwise: "mse" },
  optimiser: { value: "name", says: "adam, adamw, sgd", otherwise: "adam" },
  "learning-rate": { value: "η", says: "step size", otherwise: "0.001; 0.05 for sgd" },
  "weight-decay": { value: "λ", says: "0 for none", otherwise: "0.0002; 0.1 for adamw" },
  steps: { value: "n", says: "full-batch updates at most", otherwise: `${figure3.steps}` },
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
    },
    optimiser: {
      kind: options.optimiser ?? "adam",
      learningRate: number(options, "learning-rate"),
      weightDecay: number(options, "weight-decay"),
    },
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
  loss: ({ loss }) => loss,
  optimiser: ({ optimiser }) => optimiser.kind,
  "learning-rate": ({ optimiser }) => optimiser.learningRate,
  "weight-decay": ({ optimiser }) => optimiser.weightDecay,
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
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new InputError(`--${name} must be a number, got "${text}"`);
  }
  return value;
}

/** Without what was not given, so that the defaults hold there. */
function withoutGaps<T extends object>(value: T): T {
  const filled = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const deep = filled.map(([key, entry]) => [
    key,
    typeof entry === "object" && entry !== null ? withoutGaps(entry) : entry,
  ]);
  return Object.fromEntries(deep) as T;
}
