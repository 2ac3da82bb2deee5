export {
  type Along,
  type AlongName,
  alongReadings,
} from "./along.ts";
export { type LawLine, lawBoard } from "./board/law-board.ts";
export type { Predictor } from "./board/predictor.ts";
export { predictors } from "./board/predictors/index.ts";
export { type ForetoldRun, type PredictorScore, scorePredictor } from "./board/score-predictor.ts";
export {
  type BorderLaws,
  borderLaws,
  type LawOnBorders,
  type SizedBorder,
  sizedBorders,
} from "./border/border-laws.ts";
export {
  type BorderExperiment,
  type BorderMeasurement,
  type BorderRun,
  borderConfig,
  borderDifferences,
  cameAt,
  type MeasuredBorder,
  replayed,
  transitionCurve,
} from "./border/measurement.ts";
export {
  type BorderPoint,
  type Estimate,
  fitPower,
  type JointRegion,
  type PowerFit,
  type PowerForm,
  powerCount,
  powerForms,
} from "./border/power-law.ts";
export { type BorderInput, type BorderQuestion, borderQuestion } from "./border/question.ts";
export {
  type Border,
  type BorderSearch,
  beginSearch,
  firstNew,
  observe,
  type PlacedRun,
  wanted,
} from "./border/search.ts";
export {
  type Answer,
  fewestSeeds,
  fullSize,
  judge,
  judgeStatement,
  type Verdict,
  variantsOf,
} from "./criterion.ts";
export type { Estimated } from "./estimates/estimated.ts";
export { type EstimateKind, estimates } from "./estimates/estimates.ts";
export {
  bestTeller,
  shareTold,
  type Teller,
  type TellerName,
  tellers,
} from "./estimates/without-a-test.ts";
export {
  type Criterion,
  configOf,
  due,
  type Experiment,
  named,
  type PlannedRun,
  type Variant,
} from "./experiment.ts";
export { borderSweeps } from "./ledger/borders/index.ts";
export {
  baseline,
  type Course,
  courses,
  guided,
  guidedRace,
  largePresets,
  type Method,
  methods,
  oneEmbedding,
  variantName,
} from "./ledger/guided.ts";
export { experimentOf, experiments } from "./ledger/index.ts";
export {
  leastKnowable,
  leastLearnt,
  lessonName,
  type OperationLesson,
  operationLessons,
  twoOperations,
} from "./ledger/two-operations.ts";
export { didYouMean, nearest } from "./nearest.ts";
export {
  type Claim,
  type Curve,
  claimOf,
  curveOf,
  differences,
  type Measurement,
  type Outcome,
  outcomeOf,
  type Spread,
  spread,
} from "./outcome.ts";
export { type MeasuredPair, type PairReadingName, pairReadings } from "./pairs.ts";
export { type ReadingName, readings, summits, type Taken } from "./readings.ts";
export {
  came,
  checkColumn,
  columnOf,
  limitColumns,
  outcomeColumns,
  type ResultRun,
  varyingSettings,
} from "./results/columns.ts";
export { type Group, groupRuns, sortRuns } from "./results/group.ts";
export { type Limits, withLimits } from "./results/limits.ts";
export { type Interval, median, medianInterval } from "./results/statistics.ts";
export { readWhere } from "./results/where.ts";
export { type Score, scoreOf } from "./score.ts";
export type { Comparison, EstimateName, Quantity, Statement } from "./statement.ts";
export type { Axis } from "./sweep/axis.ts";
export { type Condition, holds, passes, type Test } from "./sweep/condition.ts";
export { experimentOfSweep, planSweep, type SweepPlan, type SweepRun } from "./sweep/plan.ts";
export { sweepSchema } from "./sweep/schema.ts";
export { partOf, readShard, type Shard, shardName } from "./sweep/shard.ts";
export {
  type BorderSweep,
  type Changes,
  looksForBorders,
  type Seeds,
  type Sweep,
} from "./sweep/sweep.ts";
export { type Place, SweepError } from "./sweep/sweep-error.ts";
export { workOf, workOfStep } from "./work.ts";
