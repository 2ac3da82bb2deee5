import { InputError } from "@grokscape/group-datasets";
import { type ModelInput, type ModelSpec, mlp, transformer } from "@grokscape/models";
import type * as z from "zod/mini";
import { canonicalTask } from "./canonical-task.ts";
import type {
  Goal,
  GradientFilter,
  OptimiserSpec,
  Penalty,
  RunConfig,
  ScheduleSpec,
} from "./config.ts";
import { refuseContradictions } from "./contradictions.ts";
import { defined, isObject, told, withDefaults, withDefaultsOfKind } from "./plain.ts";
import { runConfigSchema } from "./schema.ts";

type Defaulted<Spec extends { readonly kind: string }> = Spec extends unknown
  ? Pick<Spec, "kind"> & Partial<Omit<Spec, "kind">>
  : never;

/**
 * A run's config as a person writes it: the task, and whatever differs from the defaults. A field that
 * is undefined, at any depth, counts as not given.
 */
export type RunConfigInput = Pick<RunConfig, "task"> &
  Partial<
    Omit<
      RunConfig,
      "task" | "model" | "penalty" | "optimiser" | "schedule" | "gradientFilters" | "goal"
    >
  > & {
    readonly model?: ModelInput;
    readonly penalty?: Partial<Penalty>;
    readonly optimiser?: Defaulted<OptimiserSpec>;
    readonly schedule?: Defaulted<ScheduleSpec>;
    readonly gradientFilters?: readonly Defaulted<GradientFilter>[];
    readonly goal?: Partial<Goal> | null;
  };

type DefaultsOf<Spec extends { readonly kind: string }> = {
  readonly [Kind in Spec["kind"]]: Partial<Spec>;
};

const adamDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const optimiserDefaults: DefaultsOf<OptimiserSpec> = {
  adam: { learningRate: 1e-3, weightDecay: 2e-4, ...adamDefaults },
  adamw: { learningRate: 1e-3, weightDecay: 0.1, ...adamDefaults },
  sgd: { learningRate: 0.05, weightDecay: 1e-4, momentum: 0.9, nesterov: false },
  muon: {
    learningRate: 5e-3,
    weightDecay: 1e-3,
    momentum: 0.95,
    nesterov: true,
    ...adamDefaults,
    polar: "newton-schulz",
  },
};

const scheduleDefaults: DefaultsOf<ScheduleSpec> = {
  constant: { warmUp: 0 },
  step: { factor: 0.1, warmUp: 0 },
  multistep: { factor: 0.1, warmUp: 0 },
  exponential: { warmUp: 0 },
  cosine: { warmUp: 0 },
};

const filterDefaults: DefaultsOf<GradientFilter> = {
  "grokfast-ema": { alpha: 0.98, lambda: 2 },
  "grokfast-ma": { window: 100, lambda: 5 },
  orthogonal: {},
  clip: { norm: 1 },
};

/**
 * Fills in the defaults (those of the paper's Figure 3, with a smaller width) and checks every
 * value, and that none contradicts another. A task that `task` knows gets its canonical id: however
 * it was written, it is one run.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function runConfig(input: RunConfigInput): RunConfig {
  if (!isObject(input)) throw new InputError(`config must be an object, got ${told(input)}`);
  const given: Readonly<Record<string, unknown>> = defined(input);
  const {
    split = { fraction: 0.4 },
    model = {},
    penalty = {},
    optimiser = { kind: "adam" },
    schedule = { kind: "constant" },
    gradientFilters = [],
    goal = {},
  } = given;
  const complete = {
    loss: "mse",
    labelScale: 1,
    batchSize: null,
    normClamp: null,
    ridge: null,
    steps: 5000,
    evaluateEvery: 10,
    seed: 1,
    ...given,
    split: completeSplit(split),
    model: completeModel(model),
    penalty: withDefaults(penalty, { l1: 0, l2: 0 }),
    optimiser: withDefaultsOfKind(optimiser, optimiserDefaults),
    schedule: withDefaultsOfKind(schedule, scheduleDefaults),
    gradientFilters: Array.isArray(gradientFilters)
      ? Array.from(gradientFilters, (filter) => withDefaultsOfKind(filter, filterDefaults))
      : gradientFilters,
    goal: withDefaults(goal, { testAccuracy: 0.99, hold: 50 }),
  };
  const result = runConfigSchema.safeParse(complete, { error: requirement });
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue.path.join(".");
    const seen = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      complete,
    );
    throw new InputError(`${path || "config"} ${issue.message}, got ${told(seen)}`);
  }
  const config = { ...result.data, task: canonicalTask(result.data.task) };
  refuseContradictions(config);
  return config;
}

function completeSplit(split: unknown): unknown {
  if (!isObject(split)) return split;
  const { holdOut, ...rest } = defined(split);
  return holdOut === undefined ? rest : { ...rest, holdOut: defined(holdOut) };
}

function completeModel(model: unknown): ModelSpec {
  if (!isObject(model)) throw new InputError(`model must be an object, got ${told(model)}`);
  const given = defined(model) as ModelInput;
  return given.kind === "transformer" ? transformer(given) : mlp({ width: 512, ...given });
}

const expected: Readonly<Record<string, string>> = {
  int: "a whole number",
  object: "an object",
  array: "an array",
};

/** What a field must be, in words that follow its name. */
function requirement(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "too_small":
      return `must be ${issue.inclusive ? "≥" : ">"} ${issue.minimum}`;
    case "too_big":
      return issue.origin === "array"
        ? `must have at most ${issue.maximum} entries`
        : `must be ${issue.inclusive ? "≤" : "<"} ${issue.maximum}`;
    case "invalid_type":
      return `must be ${expected[issue.expected] ?? `a ${issue.expected}`}`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "invalid_union":
      return `must be one of ${kindsOf(issue.inst).join(", ")}`;
    case "unrecognized_keys":
      return `does not know ${issue.keys.join(", ")}`;
    case "custom":
      return issue.message ?? "is not usable";
    default:
      return "is not usable";
  }
}

/** The kinds that a union knows its members by. */
function kindsOf(union: z.core.$ZodRawIssue["inst"]): unknown[] {
  return [...((union as z.core.$ZodDiscriminatedUnion)._zod.propValues?.kind ?? [])];
}
