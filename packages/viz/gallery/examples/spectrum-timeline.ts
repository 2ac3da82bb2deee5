import { type StageSpan, spectrumTimeline, spectrumTimelineTable } from "@grokscape/viz";
import record from "../fixtures/irreps.json" with { type: "json" };
import type { Example } from "./example.ts";

const { rows, names } = record;
const stages = record.stages as readonly StageSpan[];

/** How the weight of a network that learns S_4 moves between its irreps. */
export const spectrumTimelineExample: Example = {
  id: "spectrum-timeline",
  draw: (options) => spectrumTimeline(rows, { names, stages, ...options }),
  table: (options) => spectrumTimelineTable(rows, { names, ...options }),
};
