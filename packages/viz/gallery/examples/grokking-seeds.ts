import {
  type CurveRecord,
  grokkingCurve,
  grokkingTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import runs from "../fixtures/runs.json" with { type: "json" };

const records: readonly CurveRecord[] = runs.records;

export const draw = (options?: PictureOptions) => grokkingCurve(records, options);

export const table = (options?: TableOptions) => grokkingTable(records, options);
