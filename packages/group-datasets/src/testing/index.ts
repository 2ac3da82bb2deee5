export { type ConformanceCheck, type ConformanceOptions, conformance } from "./conformance.ts";
export { ConformanceError } from "./failure.ts";
