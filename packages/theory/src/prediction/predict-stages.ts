import { independentLearningStep } from "./expected-times.ts";
import type { PredictedStage } from "./prediction.ts";

/**
 * When each stage begins, of a run like those measured.
 *
 * @param grokStep null if it is not expected to generalise, or when is not known
 */
export function predictStages(learningRate: number, grokStep: number | null): PredictedStage[] {
  const from = (value: number) => ({
    value,
    statement: "measured-times" as const,
    trust: "fitted" as const,
  });
  return [
    { stage: 1, from: { value: 0, statement: "config", trust: "exact" } },
    { stage: 2, from: from(independentLearningStep(learningRate)) },
    { stage: 3, from: grokStep === null ? null : from(grokStep) },
  ];
}
