import { checkModel, type ModelSpec } from "@grokscape/models";
import * as z from "zod/mini";
import type { GradientFilter, LossName, OptimiserSpec, RunConfig, ScheduleSpec } from "./config.ts";
import { count, decayRate, index, notNegative, positive } from "./numbers.ts";

/** The form of a network is the models' own. */
const model = z.custom<ModelSpec>((spec) => {
  try {
    checkModel(spec as ModelSpec);
    return true;
  } catch {
    return false;
  }
}, "must be a network");

const split = z.strictObject({
  fraction: z.optional(z.number().check(z.gt(0), z.lt(1))),
  count: z.optional(count),
  criticalMultiple: z.optional(positive),
  stratify: z.optional(z.boolean()),
  keepTransposesTogether: z.optional(z.boolean()),
  holdOut: z.optional(
    z.strictObject({
      symbols: z.array(index).check(z.maxLength(2 ** 16)),
      operand: z.optional(index),
    }),
  ),
});

const rates = { learningRate: positive, weightDecay: notNegative };
const adam = { beta1: decayRate, beta2: decayRate, epsilon: positive };
const heavyBall = { momentum: decayRate, nesterov: z.boolean() };

const optimiser: z.ZodMiniType<OptimiserSpec> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("adam"), ...rates, ...adam }),
  z.strictObject({ kind: z.literal("adamw"), ...rates, ...adam }),
  z.strictObject({ kind: z.literal("sgd"), ...rates, ...heavyBall }),
  z.strictObject({
    kind: z.literal("muon"),
    ...rates,
    ...heavyBall,
    ...adam,
    polar: z.enum(["newton-schulz", "exact"]),
  }),
]);

const warmUp = index;
const factor = z.number().check(z.gt(0), z.lte(1));

const schedule: z.ZodMiniType<ScheduleSpec> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("constant"), warmUp }),
  z.strictObject({ kind: z.literal("step"), every: count, factor, warmUp }),
  z.strictObject({
    kind: z.literal("multistep"),
    at: z.array(count).check(
      z.maxLength(10_000),
      z.refine((steps) => steps.every((step, i) => i === 0 || step > steps[i - 1]), "must ascend"),
    ),
    factor,
    warmUp,
  }),
  z.strictObject({ kind: z.literal("exponential"), factor, warmUp }),
  z.strictObject({ kind: z.literal("cosine"), warmUp }),
]);

const filter: z.ZodMiniType<GradientFilter> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("grokfast-ema"), alpha: decayRate, lambda: notNegative }),
  z.strictObject({ kind: z.literal("grokfast-ma"), window: count, lambda: notNegative }),
  z.strictObject({ kind: z.literal("orthogonal") }),
  z.strictObject({ kind: z.literal("clip"), norm: positive }),
]);

const lossNames = ["mse", "cross-entropy", "stablemax"] as const satisfies readonly LossName[];

/** The form of a complete `RunConfig`. */
export const runConfigSchema: z.ZodMiniType<RunConfig> = z.strictObject({
  task: z.string(),
  split,
  model,
  loss: z.enum(lossNames),
  penalty: z.strictObject({ l1: notNegative, l2: notNegative }),
  labelScale: positive,
  optimiser,
  schedule,
  batchSize: z.nullable(count),
  gradientFilters: z.array(filter).check(z.maxLength(16)),
  normClamp: z.nullable(positive),
  ridge: z.nullable(positive),
  steps: count,
  evaluateEvery: count,
  goal: z.nullable(
    z.strictObject({
      testAccuracy: z.number().check(z.gt(0), z.lte(1)),
      hold: index,
    }),
  ),
  seed: index.check(z.lt(2 ** 32)),
});
