import { type StageSpan, stageTable, stageTimeline } from "@grokscape/viz";
import theory from "../fixtures/stages.json" with { type: "json" };
import type { Example } from "./example.ts";

const { rows } = theory;
const stages = theory.stages as readonly StageSpan[];

/** What the theory measures inside the run of Z_31. */
export const stageTimelineExample: Example = {
  id: "stage-timeline",
  draw: (options) => stageTimeline(rows, { stages, ...options }),
  table: (options) => stageTable(rows, { stages, ...options }),
};
