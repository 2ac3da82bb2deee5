import type { Tensors } from "@grokscape/models";
import { length } from "../algebra/vectors.ts";

/** Euclidean (Frobenius) norm of each tensor, by name; what is not finite shows in it. */
export function norms(tensors: Tensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { data }]) => [name, length(data)]),
  );
}
