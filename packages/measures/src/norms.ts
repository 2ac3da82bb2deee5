import type { Tensors } from "@grokscape/models";
import { length, norms } from "@grokscape/trainer/internal";
import { checkTensors } from "./check.ts";

/**
 * Euclidean (Frobenius) norm of each tensor, by name: of weights, gradients or updates.
 *
 * @throws InputError for no tensors, or a number that is not finite
 */
export function tensorNorms(tensors: Tensors): Record<string, number> {
  checkTensors(tensors);
  return norms(tensors);
}

/**
 * Norm of all tensors together, as one vector.
 *
 * @throws InputError for no tensors, or a number that is not finite
 */
export function totalNorm(tensors: Tensors): number {
  return length(Object.values(tensorNorms(tensors)));
}
