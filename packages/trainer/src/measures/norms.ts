import type { Tensors } from "@grokscape/models";
import { checkTensors } from "./check.ts";
import { length } from "./vectors.ts";

/**
 * Euclidean (Frobenius) norm of each tensor, by name: of weights, gradients or updates.
 *
 * @throws InputError for no tensors, or a number that is not finite
 */
export function tensorNorms(tensors: Tensors): Record<string, number> {
  checkTensors(tensors);
  return norms(tensors);
}

/** The same, where what is not finite shows in the norms. */
export function norms(tensors: Tensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { data }]) => [name, length(data)]),
  );
}

/**
 * Norm of all tensors together, as one vector.
 *
 * @throws InputError for no tensors, or a number that is not finite
 */
export function totalNorm(tensors: Tensors): number {
  return length(Object.values(tensorNorms(tensors)));
}
