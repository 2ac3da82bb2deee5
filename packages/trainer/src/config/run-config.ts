import { InputError } from "@grokscape/group-datasets";
import { type ModelInput, mlp, transformer } from "@grokscape/models";
import type * as z from "zod/mini";
import type {
  Goal,
  GradientFilter,
  OptimiserSpec,
  Penalty,
  RunConfig,
  ScheduleSpec,
} from "./config.ts";
import { refuseContradictions } from "./contradictions.ts";
import { runConfigSchema } from "./schema.ts";

type Defaulted<Spec extends { readonly kind: string }> = Spec extends unknown
  ? Pick<Spec, "kind"> & Partial<Omit<Spec, "kind">>
  : never;

/** A run's config as a person writes it: the task, and whatever differs from the defaults. */
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
    readonly goal?: Goal | null;
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
 * value, and that none contradicts another.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function runConfig(input: RunConfigInput): RunConfig {
  const optimiser = input.optimiser ?? { kind: "adam" };
  const schedule = input.schedule ?? { kind: "constant" };
  const { model = {} } = input;
  const complete = {
    split: { fraction: 0.4 },
    loss: "mse",
    labelScale: 1,
    batchSize: null,
    normClamp: null,
    ridge: null,
    steps: 5000,
    evaluateEvery: 10,
    goal: { testAccuracy: 0.99, hold: 50 },
    seed: 1,
    ...input,
    model: model.kind === "transformer" ? transformer(model) : mlp({ width: 512, ...model }),
    penalty: { l1: 0, l2: 0, ...input.penalty },
    optimiser: { ...optimiserDefaults[optimiser.kind], ...optimiser },
    schedule: { ...scheduleDefaults[schedule.kind], ...schedule },
    gradientFilters: (input.gradientFilters ?? []).map((filter) => ({
      ...filterDefaults[filter.kind],
      ...filter,
    })),
  };
  const result = runConfigSchema.safeParse(complete, { error: requirement });
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue.path.join(".");
    const seen = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      complete,
    );
    throw new InputError(
      `${path || "config"} ${issue.message}, got ${JSON.stringify(seen) ?? seen}`,
    );
  }
  refuseContradictions(result.data);
  return result.data;
}

/** What a field must be, in words that follow its name. */
function requirement(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "too_small":
      return `must be ${issue.inclusive ? "≥" : ">"} ${issue.minimum}`;
    case "too_big":
      return `must be ${issue.inclusive ? "≤" : "<"} ${issue.maximum}`;
    case "invalid_type":
      return `must be ${issue.expected === "int" ? "a whole number" : `a ${issue.expected}`}`;
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
