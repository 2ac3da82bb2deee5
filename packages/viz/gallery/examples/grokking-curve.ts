import {
  type CurveRecord,
  grokkingCurve,
  grokkingTable,
  type PictureOptions,
  type StageSpan,
  type TableOptions,
} from "@grokscape/viz";
import runs from "../fixtures/runs.json" with { type: "json" };
import theory from "../fixtures/stages.json" with { type: "json" };

const run: CurveRecord = runs.records[0]!;
const stages = theory.stages as readonly StageSpan[];

export const draw = (options?: PictureOptions) =>
  grokkingCurve(run, { scale: "log", stages, ...options });

export const table = (options?: TableOptions) => grokkingTable(run, { stages, ...options });
