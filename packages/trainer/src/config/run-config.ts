import { InputError } from "@grokscape/group-datasets";
import { type ModelSpec, mlp } from "@grokscape/models";
import type * as z from "zod/mini";
import type { Goal, OptimiserSpec, RunConfig } from "./config.ts";
import { runConfigSchema } from "./schema.ts";

type Defaulted<Spec extends { readonly kind: string }> = Spec extends unknown
  ? Pick<Spec, "kind"> & Partial<Omit<Spec, "kind">>
  : never;

/** A run's config as a person writes it: the task, and whatever differs from the defaults. */
export type RunConfigInput = Pick<RunConfig, "task"> &
  Partial<Omit<RunConfig, "task" | "model" | "optimiser" | "goal">> & {
    readonly model?: Partial<ModelSpec>;
    readonly optimiser?: Defaulted<OptimiserSpec>;
    readonly goal?: Goal | null;
  };

const adaptiveDefaults = {
  learningRate: 1e-3,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 2e-4,
};

const optimiserDefaults: { readonly [Kind in OptimiserSpec["kind"]]: Partial<OptimiserSpec> } = {
  adam: adaptiveDefaults,
  adamw: { ...adaptiveDefaults, weightDecay: 0.1 },
  sgd: { learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 },
};

/**
 * Fills in the defaults (those of the paper's Figure 3, with a smaller width) and checks every
 * value.
 *
 * @throws InputError naming the field, the value seen and what it must be
 */
export function runConfig(input: RunConfigInput): RunConfig {
  const optimiser = input.optimiser ?? { kind: "adam" };
  const complete = {
    split: { fraction: 0.4 },
    loss: "mse",
    steps: 5000,
    evaluateEvery: 10,
    goal: { testAccuracy: 0.99, hold: 50 },
    seed: 1,
    ...input,
    model: mlp({ width: 512, ...input.model }),
    optimiser: { ...optimiserDefaults[optimiser.kind], ...optimiser },
  };
  const result = runConfigSchema.safeParse(complete, { error: requirement });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue.path.join(".");
  const seen = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    complete,
  );
  throw new InputError(`${path || "config"} ${issue.message}, got ${JSON.stringify(seen) ?? seen}`);
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
      return `must be one of ${Object.keys(optimiserDefaults).join(", ")}`;
    case "unrecognized_keys":
      return `does not know ${issue.keys.join(", ")}`;
    case "custom":
      return issue.message ?? "is not usable";
    default:
      return "is not usable";
  }
}
