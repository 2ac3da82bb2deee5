import { mustBe } from "@grokscape/group-datasets/forms";
import type { Quantity } from "../statements/quantity.ts";
import type { Expectation, ExpectedStep } from "./agreement.ts";
import type { Prediction } from "./prediction.ts";
import { predictionForm } from "./words/prediction-form.ts";

/**
 * What a prediction expects of its run; null where it has no verdict.
 *
 * @throws InputError for what is no prediction
 */
export function expectationOf(prediction: Prediction): Expectation | null {
  mustBe("prediction", predictionForm, prediction);
  const { verdict, stages } = prediction;
  const from = stages?.find(({ stage }) => stage === 3)?.from;
  return verdict && { outcome: verdict.outcome, step: from ? around(from) : null };
}

/** Our runs lay within a factor of 1.6 of what was fitted to them; else only the size is meant. */
function around({ value, trust }: Quantity): ExpectedStep {
  const factor = trust === "fitted" ? 1.6 : 10;
  return { low: value / factor, value, high: value * factor };
}
