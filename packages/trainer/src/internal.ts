/*
 * What the packages built on this one share with it. Not for others: it changes without notice.
 */
export { gramOfRows } from "./algebra/gram.ts";
export { dot, largest, length } from "./algebra/vectors.ts";
export { unknownKind } from "./config/unknown-kind.ts";
export { mustFitData } from "./engines/fits.ts";
export { referenceNetwork } from "./engines/reference/engine.ts";
export { answers } from "./loss/loss.ts";
export { checkNumber, checkRecord, checkSteps } from "./record/check.ts";
export { norms } from "./record/norms.ts";
export { turns } from "./record/turns.ts";
