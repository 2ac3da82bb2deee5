import { type CurveRecord, grokkingCurve, grokkingTable, type StageSpan } from "@grokscape/viz";
import runs from "../fixtures/runs.json" with { type: "json" };
import theory from "../fixtures/stages.json" with { type: "json" };
import type { Example } from "./example.ts";

const run: CurveRecord = runs.records[0]!;
const stages = theory.stages as readonly StageSpan[];

/** One run of Z_31, its steps on a log axis and its stages above. */
export const grokkingCurveExample: Example = {
  id: "grokking-curve",
  draw: (options) => grokkingCurve(run, { scale: "log", stages, ...options }),
  table: (options) => grokkingTable(run, { stages, ...options }),
};
