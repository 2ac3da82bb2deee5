export {
  type BorderTransitionOptions,
  borderTransition,
  borderTransitionTable,
  type TransitionRecord,
} from "./border-transition/border-transition.ts";
export {
  type CayleyTableOptions,
  cayleyNumbers,
  cayleyTable,
  type GroupTable,
} from "./cayley-table/cayley-table.ts";
export {
  type Characters,
  type CharacterTableOptions,
  characterNumbers,
  characterTable,
} from "./character-table/character-table.ts";
export {
  type CouponCollectorOptions,
  type Coverage,
  type CoverageRow,
  couponCollector,
  couponTable,
} from "./coupon-collector/coupon-collector.ts";
export type { FeatureState } from "./energy/record.ts";
export {
  type EnergyLevel,
  energyHistogram,
  energyHistogramTable,
  type NodeEnergy,
} from "./energy-histogram/energy-histogram.ts";
export {
  type EnergySlice,
  type EnergySliceOptions,
  energySlice,
  energySliceTable,
  type SliceMark,
} from "./energy-slice/energy-slice.ts";
export { featureTables, featureTablesNumbers } from "./feature-tables/feature-tables.ts";
export {
  type FeatureWavesOptions,
  featureWaves,
  featureWavesTable,
} from "./feature-waves/feature-waves.ts";
export type { FittedWave, NodeWave, NodeWeights } from "./features/record.ts";
export { PictureError } from "./frame/form.ts";
export type { PictureOptions, TableOptions } from "./frame/options.ts";
export type { EarlierRun } from "./grokking-curve/behind.ts";
export {
  type GrokkingCurveOptions,
  type GrokkingTableOptions,
  grokkingCurve,
  grokkingTable,
} from "./grokking-curve/grokking-curve.ts";
export { irrepOrbits, irrepOrbitsTable, type OrbitsRecord } from "./irrep-orbits/irrep-orbits.ts";
export {
  type IrrepSpectrumOptions,
  irrepSpectrum,
  irrepSpectrumTable,
  type SpectrumFrame,
} from "./irrep-spectrum/irrep-spectrum.ts";
export {
  type LawLeaderboardOptions,
  type LawStanding,
  lawLeaderboard,
  leaderboardTable,
} from "./law-leaderboard/law-leaderboard.ts";
export {
  type AnswersFrame,
  type LearnedRecord,
  type LearnedTableOptions,
  learnedNumbers,
  learnedTable,
} from "./learned-table/learned-table.ts";
export { type LivePicture, livePicture } from "./live/live-picture.ts";
export {
  type MilestoneGroup,
  milestoneSpread,
  milestoneSpreadTable,
} from "./milestone-spread/milestone-spread.ts";
export {
  type NetworkRecord,
  networkDiagram,
  networkTable,
  type SymbolLayer,
} from "./network-diagram/network-diagram.ts";
export * from "./palette/index.ts";
export {
  type PhaseDiagramOptions,
  type PhaseTableOptions,
  phaseDiagram,
  phaseTable,
} from "./phase-diagram/phase-diagram.ts";
export type {
  Confidence,
  PhaseLaw,
  PhaseParameter,
  PhasePoint,
  PhaseTrial,
  PhaseUnit,
} from "./phase-diagram/record.ts";
export {
  type AnsweredRow,
  type Reading,
  type ReadingCurveOptions,
  readingCurve,
  readingTable,
} from "./reading-curve/reading-curve.ts";
export type { CurveRecord, CurveRow, Quantity } from "./record.ts";
export type { SpectrumRow } from "./spectrum-timeline/record.ts";
export {
  type SpectrumTimelineOptions,
  spectrumTimeline,
  spectrumTimelineTable,
} from "./spectrum-timeline/spectrum-timeline.ts";
export type { StageRow } from "./stage-timeline/record.ts";
export {
  type StageTimelineOptions,
  stageTable,
  stageTimeline,
} from "./stage-timeline/stage-timeline.ts";
export type { Stage, StageSpan } from "./stages/record.ts";
export type { Language } from "./words/words.ts";
