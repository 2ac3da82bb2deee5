import { mustBe } from "@grokscape/group-datasets/forms";
import type { Expectation, ExpectedStep } from "./agreement.ts";
import type { Prediction } from "./prediction.ts";
import { predictionForm } from "./words/prediction-form.ts";

/** Our runs lay within this factor of what was fitted to them. */
const factor = 1.6;

/**
 * What a prediction expects of its run; null where it has no verdict.
 *
 * @throws InputError for what is no prediction
 */
export function expectationOf(prediction: Prediction): Expectation | null {
  mustBe("prediction", predictionForm, prediction);
  const { verdict, stages } = prediction;
  const from = stages?.find(({ stage }) => stage === 3)?.from;
  return verdict && { outcome: verdict.outcome, step: from ? around(from.value) : null };
}

export const around = (value: number): ExpectedStep => ({
  low: value / factor,
  value,
  high: value * factor,
});
