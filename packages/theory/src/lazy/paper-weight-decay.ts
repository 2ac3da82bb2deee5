import { mustBe, number } from "@grokscape/group-datasets/forms";
import { checkWeightDecay } from "../statements/assumption-error.ts";

/**
 * η of the paper for a run whose loss is the mean over n samples of the squared error and whose
 * optimiser adds weightDecay·w to the gradient, as in the author's code: the paper's loss is
 * ½‖·‖² + ½η‖V‖², n/2 times that, so η = weightDecay·n/2.
 */
export function paperWeightDecay(weightDecay: number, count: number): number {
  mustBe("count", number, count);
  checkWeightDecay("The ridge solution", weightDecay);
  return (weightDecay * count) / 2;
}
