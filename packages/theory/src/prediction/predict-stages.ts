import type { Trust } from "../statements/quantity.ts";
import { expectedGrokStep, independentLearningStep, type TimedRun } from "./expected-times.ts";
import type { PredictedOutcome, PredictedStage } from "./prediction.ts";

/**
 * When each stage begins, for Adam; null for an optimiser whose times we did not measure.
 *
 * @param trust fitted for runs like those measured, else an order of magnitude
 */
export function predictStages(
  run: TimedRun | null,
  optimiser: string,
  outcome: PredictedOutcome,
  trust: Trust,
): PredictedStage[] | null {
  if (run === null || optimiser !== "adam") return null;
  const from = (value: number) => ({ value, statement: "measured-times" as const, trust });
  const third = outcome === "memorises" ? null : expectedGrokStep(run);
  return [
    { stage: 1, from: { value: 0, statement: "config", trust: "exact" } },
    { stage: 2, from: from(independentLearningStep(run.learningRate)) },
    { stage: 3, from: third === null ? null : from(third) },
  ];
}
