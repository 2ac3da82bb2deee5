import {
  type PictureOptions,
  type StageSpan,
  stageTable,
  stageTimeline,
  type TableOptions,
} from "@grokscape/viz";
import theory from "../fixtures/stages.json" with { type: "json" };

const { rows } = theory;
const stages = theory.stages as readonly StageSpan[];

export const draw = (options?: PictureOptions) => stageTimeline(rows, { stages, ...options });

export const table = (options?: TableOptions) => stageTable(rows, { stages, ...options });
