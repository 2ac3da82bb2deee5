import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { diverged } from "../diverged-error.ts";
import type { Problem } from "../engine.ts";
import type { Kernels } from "./kernels.ts";
import type { Runner } from "./runner.ts";

/**
 * Solves for V by the kernels, where they keep it.
 *
 * @throws DivergedError if a feature is not finite
 * @throws InputError if the ridge is too small beside the features
 */
export function solveTop(
  kernels: Kernels,
  runner: Runner,
  { ridge }: Problem,
  step: number,
  weights: () => Tensors,
): void {
  let failed = kernels.SOLVED.value;
  runner.call((mayWait) => {
    failed = kernels.solveTop(mayWait);
    return Number(failed !== kernels.THREAD_LOST.value);
  });
  if (failed === kernels.SOLVED.value) return;
  const pivot = kernels.pivotOf(failed);
  if (!Number.isFinite(pivot)) throw diverged(step, "a feature", pivot, weights());
  throw new InputError(
    `V cannot be solved at step ${step}: the matrix of the features plus ridge ${ridge} is not positive definite (pivot ${failed} is ${pivot})`,
    "give a larger ridge",
  );
}
