import { type CurveRecord, grokkingCurve, grokkingTable } from "@grokscape/viz";
import runs from "../fixtures/runs.json" with { type: "json" };
import type { Example } from "./example.ts";

const records: readonly CurveRecord[] = runs.records;

/** The same run with five seeds, on linear steps. */
export const grokkingSeedsExample: Example = {
  id: "grokking-seeds",
  draw: (options) => grokkingCurve(records, options),
  table: (options) => grokkingTable(records, options),
};
