import {
  type ForetoldRun,
  type LawLine,
  type PredictorScore,
  predictors,
  scorePredictor,
} from "@grokscape/experiments";
import foretold from "../../../packages/experiments/bench/board/foretold.json";
import laws from "../../../packages/experiments/bench/board/laws.json";

/** Of the laws, as the command of the board left them. */
export const lawLines: readonly LawLine[] = laws;

const { runs, ...about } = foretold;

/** Of what the predictors were asked about: the experiment, machine, date and moments. */
export const aboutForetold = about;

/** Least Brier score first. */
export const predictorLines: readonly (PredictorScore & (typeof predictors)[number])[] = predictors
  .map((predictor) => ({
    ...predictor,
    ...scorePredictor(predictor.id, runs as unknown as ForetoldRun[]),
  }))
  .sort((one, other) => one.brier - other.brier);
