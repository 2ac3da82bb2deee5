export type { PictureOptions } from "./frame/picture.ts";
export { type GrokkingCurveOptions, grokkingCurve } from "./grokking-curve/grokking-curve.ts";
export { type GrokkingTableOptions, grokkingTable } from "./grokking-curve/grokking-table.ts";
export * from "./palette/index.ts";
export type { CurveRecord, CurveRow, Quantity } from "./record.ts";
export type { Language } from "./words/words.ts";
