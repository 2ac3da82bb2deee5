import type { Activation } from "@grokscape/models";

/** The activations that have no numbers. */
export const activations = [
  "quadratic",
  "relu",
  "silu",
  "relu2",
  "gelu",
  "linear",
] as const satisfies readonly Activation[];
