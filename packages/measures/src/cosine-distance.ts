import type { Tensors } from "@grokscape/models";
import { turns } from "@grokscape/trainer/internal";
import { checkTensors } from "./check.ts";

/**
 * How far each tensor has turned between two checkpoints: 1 − cos of the angle, in [0, 2]; ΔW and ΔV
 * of arXiv 2509.21519, Fig. 3. 0 where both are zero, 1 where one of them is (V before its first step
 * where it starts from zero).
 *
 * @throws InputError if a tensor is missing from `after` or has another size there, for no tensors, or
 *   a number that is not finite
 */
export function cosineDistances(before: Tensors, after: Tensors): Record<string, number> {
  checkTensors(before);
  checkTensors(after);
  return turns(before, after);
}
