import {
  milestoneSpread,
  milestoneSpreadTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/milestones.json" with { type: "json" };

export const draw = (options?: PictureOptions) => milestoneSpread(record.groups, options);

export const table = (options?: TableOptions) => milestoneSpreadTable(record.groups, options);
