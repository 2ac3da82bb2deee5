import { type Activation, activations, type ModelSpec, parseActivation } from "@grokscape/models";
import * as z from "zod/mini";
import { count, notNegative, positive } from "./numbers.ts";

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

/** The form of a complete `ModelSpec`. */
export const modelSchema: z.ZodMiniType<ModelSpec> = z.strictObject({
  kind: z.literal("mlp"),
  width: count,
  activation,
  hiddenLayers: z.int().check(z.gte(0)),
  weights: z.enum(["real", "complex"]),
  bias: z.boolean(),
  batchNorm: z.boolean(),
  embedding: z.enum(["one-hot", "trainable", "per-operand"]),
  combine: z.enum(["sum", "product"]),
  outputScale: positive,
  initScale: positive,
  topInit: notNegative,
});
