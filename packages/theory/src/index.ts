export * from "./deep/layer-gradients.ts";
export * from "./diagnostics/diagnose.ts";
export { nodeGramRatio, sampleGramRatio } from "./diagnostics/gram-ratio.ts";
export { type LeakedGradient, leakedGradient } from "./diagnostics/leaked-gradient.ts";
export { type RepulsionSigns, repulsionSigns } from "./diagnostics/repulsion-signs.ts";
export { type Stage, type StageSpan, stageOf, stageSpans } from "./diagnostics/stages.ts";
export { type Ascent, ascend } from "./energy/ascend.ts";
export { missingProjector } from "./energy/class-projector.ts";
export { classifyNode, type NodeKind } from "./energy/classify-node.ts";
export { cyclicFeature } from "./energy/cyclic-feature.ts";
export { complexFeatureEnergy, featureEnergy } from "./energy/feature-energy.ts";
export { type FeatureKind, featureKinds, type IrrepType } from "./energy/feature-kinds.ts";
export { type FeatureVectors, featureMaximum } from "./energy/feature-maximum.ts";
export { allPairs, groupLandscape } from "./energy/group-landscape.ts";
export * from "./energy/hessian.ts";
export { irrepEnergies, irrepMasses } from "./energy/irrep-spectrum.ts";
export * from "./energy/landscape.ts";
export * from "./energy/local-maxima.ts";
export { blockMassEnergy, modifiedEnergy, modifiedLandscape } from "./energy/modified-energy.ts";
export { errata } from "./errata/errata.ts";
export type { Erratum, ErratumCheck } from "./errata/erratum.ts";
export { type Commutes, commutes } from "./guidance/commutes.ts";
export {
  type GuidanceOptions,
  type GuidedTraining,
  type GuidingIrreps,
  guidedTraining,
  limitOfSymbols,
} from "./guidance/guided-training.ts";
export { learnedBlock } from "./interaction/learned-block.ts";
export * from "./interaction/node-interaction.ts";
export { besideBest } from "./knowable/beside-best.ts";
export { alphabetOfNetwork, bestOfRun, type ShownToNetwork } from "./knowable/best-of-run.ts";
export type { Best } from "./knowable/coverage.ts";
export {
  bestPossible,
  ContradictionError,
  type Knowable,
  knowable,
} from "./knowable/knowable.ts";
export type { Alphabet, Knowledge } from "./knowable/knowledge.ts";
export type { Shown } from "./knowable/lesson.ts";
export { type LimitCount, type LimitCounts, limitCount } from "./knowable/limit-count.ts";
export { type Proof, type ProofStep, why } from "./knowable/proof.ts";
export { type SmallestLesson, smallestLesson } from "./knowable/smallest-lesson.ts";
export { addLaws, knownLaws } from "./laws/added-laws.ts";
export { clampedNormLaw } from "./laws/clamped-norm.ts";
export { collapseLaw } from "./laws/collapse.ts";
export { energyLossLaw } from "./laws/energy-loss.ts";
export { binderCumulant, finiteSizeLaw } from "./laws/finite-size.ts";
export { firstPassageLaw } from "./laws/first-passage.ts";
export { type LawSettings, lawConfig } from "./laws/law-config.ts";
export { scalingLaws } from "./laws/laws.ts";
export { li2Law } from "./laws/li2.ts";
export { normSeparationLaw } from "./laws/norm-separation.ts";
export { powerLaw } from "./laws/power-law.ts";
export type {
  LawConfig,
  LawPrediction,
  MeasuredRun,
  Memorisation,
  ScalingLaw,
} from "./laws/scaling-law.ts";
export { type LawScore, scoreLaw } from "./laws/score-law.ts";
export * from "./lazy/backpropagated-gradient.ts";
export { centredTarget, type FeatureData } from "./lazy/features.ts";
export { fixedPointGradient, ridgeSolution } from "./lazy/fixed-point.ts";
export { gaussianKernel, hermiteCoefficients } from "./lazy/gaussian-kernel.ts";
export { paperWeightDecay } from "./lazy/paper-weight-decay.ts";
export * from "./lazy/random-features.ts";
export { targetDirectionBound } from "./lazy/target-bound.ts";
export { type TopLayerFlow, topLayerFlow } from "./lazy/top-layer-flow.ts";
export * from "./memorisation/one-target.ts";
export * from "./muon/coupon-times.ts";
export { muonAscentRate, polarFactor, polarStep } from "./muon/polar.ts";
export { hiddenFeatures, hiddenGradient } from "./network/hidden-layer.ts";
export * from "./numerics/activation.ts";
export { fromRows, type RealMatrix } from "./numerics/real-matrix.ts";
export * from "./prediction/agreement.ts";
export { expectationOf } from "./prediction/expectation.ts";
export {
  expectedGrokStep,
  independentLearningStep,
  type TimedRun,
  timeExponents,
} from "./prediction/expected-times.ts";
export { predict } from "./prediction/predict.ts";
export * from "./prediction/prediction.ts";
export { explain, type Passage, type Topic } from "./prediction/words/explain.ts";
export { type ComplexNetwork, complexReconstruction } from "./reconstruction/complex-network.ts";
export { type QuadraticNetwork, realReconstruction } from "./reconstruction/real-network.ts";
export { realReconstructionWidth, reconstructionWidth } from "./reconstruction/width.ts";
export { type Interval, wilsonInterval } from "./sampling/intervals.ts";
export * from "./sampling/retention.ts";
export * from "./scaling/critical-count.ts";
export * from "./scaling/training-borders.ts";
export { AssumptionError, groupOf } from "./statements/assumption-error.ts";
export { type Locale, locales, type Words } from "./statements/locale.ts";
export type { Quantity, Trust } from "./statements/quantity.ts";
export * from "./statements/statements.ts";
