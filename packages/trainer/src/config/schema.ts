import { type Activation, activations, parseActivation } from "@grokscape/models";
import * as z from "zod/mini";
import type { RunConfig } from "./config.ts";

const positive = z.number().check(z.gt(0));
const notNegative = z.number().check(z.gte(0));
const count = z.int().check(z.gte(1));
const momentumFactor = z.number().check(z.gte(0), z.lt(1));

const split = z.strictObject({
  fraction: z.optional(z.number().check(z.gt(0), z.lt(1))),
  count: z.optional(count),
  criticalMultiple: z.optional(positive),
  stratify: z.optional(z.boolean()),
  keepTransposesTogether: z.optional(z.boolean()),
  holdOut: z.optional(
    z.strictObject({
      symbols: z.array(z.int().check(z.gte(0))),
      operand: z.optional(z.int().check(z.gte(0))),
    }),
  ),
});

const activation = z.string().check(
  z.refine(
    (text) => {
      try {
        return Boolean(parseActivation(text));
      } catch {
        return false;
      }
    },
    `must be one of ${activations.join(", ")}, power:<q>, mixed:<a>,<b>`,
  ),
) as unknown as z.ZodMiniType<Activation>;

const model = z.strictObject({
  kind: z.literal("mlp"),
  width: count,
  activation,
  hiddenLayers: z.int().check(z.gte(0)),
  embedding: z.enum(["one-hot", "trainable"]),
  combine: z.enum(["sum", "product"]),
  outputScale: positive,
  initScale: positive,
  topInit: notNegative,
});

const adaptive = {
  learningRate: positive,
  beta1: momentumFactor,
  beta2: momentumFactor,
  epsilon: positive,
  weightDecay: notNegative,
};

const optimiser = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("sgd"),
    learningRate: positive,
    momentum: momentumFactor,
    weightDecay: notNegative,
  }),
  z.strictObject({ kind: z.literal("adam"), ...adaptive }),
  z.strictObject({ kind: z.literal("adamw"), ...adaptive }),
]);

/** The form of a complete `RunConfig`. */
export const runConfigSchema: z.ZodMiniType<RunConfig> = z.strictObject({
  task: z.string(),
  split,
  model,
  loss: z.enum(["mse", "cross-entropy"]),
  optimiser,
  steps: count,
  evaluateEvery: count,
  goal: z.nullable(
    z.strictObject({
      testAccuracy: z.number().check(z.gt(0), z.lte(1)),
      hold: z.int().check(z.gte(0)),
    }),
  ),
  seed: z.int().check(z.gte(0), z.lt(2 ** 32)),
});
