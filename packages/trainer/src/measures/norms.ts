import type { Tensors } from "@grokscape/models";
import { length } from "./vectors.ts";

/** Euclidean (Frobenius) norm of each tensor, by name: of weights, gradients or updates. */
export function tensorNorms(tensors: Tensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { data }]) => [name, length(data)]),
  );
}

/** Norm of all tensors together, as one vector. */
export function totalNorm(tensors: Tensors): number {
  return length(Object.values(tensorNorms(tensors)));
}
