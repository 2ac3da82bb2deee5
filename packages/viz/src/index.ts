export type { PictureOptions } from "./frame/picture.ts";
export { type GrokkingCurveOptions, grokkingCurve } from "./grokking-curve/grokking-curve.ts";
export { type GrokkingTableOptions, grokkingTable } from "./grokking-curve/grokking-table.ts";
export * from "./palette/index.ts";
export { type PhaseDiagramOptions, phaseDiagram } from "./phase-diagram/phase-diagram.ts";
export { type PhaseTableOptions, phaseTable } from "./phase-diagram/phase-table.ts";
export type { PhaseLaw, PhaseParameter, PhasePoint } from "./phase-diagram/record.ts";
export type { CurveRecord, CurveRow, Quantity } from "./record.ts";
export type { Language } from "./words/words.ts";
