import { type Activation, activations, type ModelSpec, parseActivation } from "@grokscape/models";
import * as z from "zod/mini";
import { count, index, notNegative, positive } from "./numbers.ts";

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

const scales = { outputScale: positive, initScale: positive, topInit: notNegative };

const mlp = z.strictObject({
  kind: z.literal("mlp"),
  width: count,
  activation,
  hiddenLayers: index,
  weights: z.enum(["real", "complex"]),
  bias: z.boolean(),
  batchNorm: z.boolean(),
  embedding: z.enum(["one-hot", "trainable", "per-operand"]),
  combine: z.enum(["sum", "product"]),
  ...scales,
});

const transformer = z.strictObject({
  kind: z.literal("transformer"),
  layers: count,
  width: count,
  heads: count,
  mlpWidth: count,
  activation,
  layerNorm: z.enum(["none", "pre", "post"]),
  bias: z.boolean(),
  ...scales,
});

/** The form of a complete `ModelSpec`. */
export const modelSchema: z.ZodMiniType<ModelSpec> = z.discriminatedUnion("kind", [
  mlp,
  transformer,
]);
