export type { PictureOptions, TableOptions } from "./frame/options.ts";
export {
  type GrokkingCurveOptions,
  type GrokkingTableOptions,
  grokkingCurve,
  grokkingTable,
} from "./grokking-curve/grokking-curve.ts";
export * from "./palette/index.ts";
export {
  type PhaseDiagramOptions,
  type PhaseTableOptions,
  phaseDiagram,
  phaseTable,
} from "./phase-diagram/phase-diagram.ts";
export type { PhaseLaw, PhaseParameter, PhasePoint } from "./phase-diagram/record.ts";
export type { CurveRecord, CurveRow, Quantity } from "./record.ts";
export type { Stage, StageSpan } from "./stages/record.ts";
export type { Language } from "./words/words.ts";
