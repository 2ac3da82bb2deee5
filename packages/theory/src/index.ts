export {
  type DeepNetwork,
  gatedTargetDirection,
  gates,
  layerFeatures,
  layerGradients,
} from "./deep/layer-gradients.ts";
export {
  type Diagnosis,
  type DiagnosisOptions,
  diagnose,
  type NetworkAtStep,
  type NodeDiagnosis,
} from "./diagnostics/diagnose.ts";
export { nodeGramRatio, sampleGramRatio } from "./diagnostics/gram-ratio.ts";
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
export {
  type HessianSpectrum,
  hessian,
  hessianSpectrum,
  sphereHessian,
} from "./energy/hessian.ts";
export { irrepEnergies, irrepMasses } from "./energy/irrep-spectrum.ts";
export {
  type EnergyLandscape,
  energyLandscape,
  type LandscapeOptions,
} from "./energy/landscape.ts";
export {
  type LocalMaxima,
  localMaxima,
  type PolynomialActivation,
} from "./energy/local-maxima.ts";
export { blockMassEnergy, modifiedEnergy, modifiedLandscape } from "./energy/modified-energy.ts";
export { errata } from "./errata/errata.ts";
export type { Erratum, ErratumCheck } from "./errata/erratum.ts";
export { type GuidedTraining, guidedTraining } from "./guidance/guided-training.ts";
export { learnedBlock } from "./interaction/learned-block.ts";
export {
  interactionMatrix,
  nodeGradient,
  repulsion,
  residualProjection,
} from "./interaction/node-interaction.ts";
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
export {
  backpropagatedGradient,
  smallTimeGradient,
  targetDirection,
} from "./lazy/backpropagated-gradient.ts";
export { centredTarget, type FeatureData } from "./lazy/features.ts";
export { fixedPointGradient, ridgeSolution } from "./lazy/fixed-point.ts";
export { gaussianKernel, hermiteCoefficients } from "./lazy/gaussian-kernel.ts";
export { paperWeightDecay } from "./lazy/paper-weight-decay.ts";
export {
  featureLearningRate,
  mainEffectEigenvalue,
  nodeVariance,
  type RandomFeatureConstants,
  randomFeatureConstants,
} from "./lazy/random-features.ts";
export { targetDirectionBound } from "./lazy/target-bound.ts";
export { type TopLayerFlow, topLayerFlow } from "./lazy/top-layer-flow.ts";
export {
  type MemorisationForm,
  type MemorisingOptimum,
  memorisationForm,
  memorisingOptimum,
  memorisingWeights,
  optimalityGap,
  slopeRatio,
} from "./memorisation/one-target.ts";
export {
  captureProbabilities,
  independentNodes,
  independentNodesBound,
  muonNodes,
  winningMaximum,
} from "./muon/coupon-times.ts";
export { muonAscentRate, polarFactor, polarStep } from "./muon/polar.ts";
export { hiddenFeatures, hiddenGradient } from "./network/hidden-layer.ts";
export {
  type ActivationName,
  activationNames,
  type ScalarActivation,
  scalarActivation,
} from "./numerics/activation.ts";
export { fromRows, type RealMatrix } from "./numerics/real-matrix.ts";
export {
  type Agreement,
  agreements,
  type Expectation,
  type ExpectedStep,
  judgeOutcome,
  judgeStep,
  type RunSoFar,
} from "./prediction/agreement.ts";
export { expectationOf } from "./prediction/expectation.ts";
export {
  expectedGrokStep,
  independentLearningStep,
  type TimedRun,
} from "./prediction/expected-times.ts";
export { predict } from "./prediction/predict.ts";
export type {
  Caveat,
  Effect,
  Knob,
  NetworkTrait,
  Outside,
  PredictableConfig,
  PredictedByLaw,
  PredictedFeature,
  PredictedKnob,
  PredictedOutcome,
  PredictedStage,
  Prediction,
  RecipeTrait,
  Verdict,
} from "./prediction/prediction.ts";
export { explain, type Passage, type Topic } from "./prediction/words/explain.ts";
export { type ComplexNetwork, complexReconstruction } from "./reconstruction/complex-network.ts";
export { type QuadraticNetwork, realReconstruction } from "./reconstruction/real-network.ts";
export { realReconstructionWidth, reconstructionWidth } from "./reconstruction/width.ts";
export { type Interval, wilsonInterval } from "./sampling/intervals.ts";
export {
  fittedLossFraction,
  type LossFraction,
  lossFraction,
  type RetentionQuestion,
  type RetentionRate,
  retentionRate,
  retentionTrial,
} from "./sampling/retention.ts";
export {
  authorConstant,
  authorCriticalFraction,
  criticalMultiple,
  retentionCount,
  retentionFailure,
} from "./scaling/critical-count.ts";
export { AssumptionError, groupOf } from "./statements/assumption-error.ts";
export { type Locale, locales, type Words } from "./statements/locale.ts";
export type { Quantity, Trust } from "./statements/quantity.ts";
export { type Statement, type StatementId, statements } from "./statements/statements.ts";
