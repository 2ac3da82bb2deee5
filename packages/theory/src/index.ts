export { featureEnergy } from "./energy/feature-energy.ts";
export { type FeatureKind, featureKinds, type IrrepType } from "./energy/feature-kinds.ts";
export { predict } from "./prediction/predict.ts";
export type {
  Caveat,
  Outcome,
  PredictableConfig,
  PredictedFeature,
  Prediction,
  Verdict,
} from "./prediction/prediction.ts";
export { explain, type Passage, type Topic } from "./prediction/words/explain.ts";
export { realReconstructionWidth, reconstructionWidth } from "./reconstruction/width.ts";
export {
  authorConstant,
  authorCriticalFraction,
  criticalMultiple,
  retentionCount,
} from "./scaling/critical-count.ts";
export { type Locale, locales, type Words } from "./statements/locale.ts";
export type { Quantity, Trust } from "./statements/quantity.ts";
export { type Statement, type StatementId, statements } from "./statements/statements.ts";
