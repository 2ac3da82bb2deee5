export {
  configOf,
  due,
  type Experiment,
  named,
  type PlannedRun,
  type Variant,
} from "./experiment.ts";
export {
  baseline,
  type Course,
  courses,
  guided,
  guidedRace,
  type Method,
  methods,
  variantName,
} from "./ledger/guided.ts";
export { experimentOf, experiments } from "./ledger/index.ts";
export {
  type Claim,
  claimOf,
  curveOf,
  differences,
  type Measurement,
  type Outcome,
  outcomeOf,
  type Spread,
  spread,
} from "./outcome.ts";
export { type ReadingName, readings, type Taken } from "./readings.ts";
