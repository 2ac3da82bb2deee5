export { giniCoefficient, inverseParticipationRatio } from "./concentration.ts";
export { cosineDistances } from "./cosine-distance.ts";
export { type CurvePoint, type CurveStage, curveStages } from "./curve-stages.ts";
export { type DescriptionLength, descriptionLength } from "./description/description-length.ts";
export { type Message, shortestMessage, type Weighed } from "./description/shortest-message.ts";
export { decodeWeights, encodeWeights, type Fineness, stepOf } from "./description/weight-code.ts";
export { effectiveRank, singularValues } from "./effective-rank.ts";
export type { Estimate } from "./estimate.ts";
export { evaluate } from "./evaluate.ts";
export { hiddenFeatures } from "./features.ts";
export { TooFewRowsError } from "./forecast/curve-features.ts";
export { type Forecast, forecast } from "./forecast/forecast.ts";
export { hessianTrace } from "./hessian-trace.ts";
export { type AblatedMeasures, ablatedMeasures, irrepShares, keyIrreps } from "./key-irreps.ts";
export {
  type LearningCoefficient,
  type LearningCoefficientOptions,
  localLearningCoefficient,
} from "./local-learning-coefficient.ts";
export type { NetworkSpec } from "./network-spec.ts";
export { tensorNorms, totalNorm } from "./norms.ts";
export { type Objective, objective } from "./objective.ts";
export { type Sharpness, type SharpnessOptions, sharpness } from "./sharpness.ts";
export { featureSimilarity } from "./similarity.ts";
export { type SymbolCircles, symbolCircles } from "./symbol-circles.ts";
export { type UpdateSpectrum, updateSpectrum } from "./update-gap.ts";
export { weightSpectrum } from "./weight-spectrum.ts";
