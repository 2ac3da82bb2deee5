export { type MeasureOptions, measure, nameOf } from "./measure.ts";
export { measurementOf } from "./outcomes.ts";
