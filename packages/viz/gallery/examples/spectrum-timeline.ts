import {
  type PictureOptions,
  type StageSpan,
  spectrumTimeline,
  spectrumTimelineTable,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/irreps.json" with { type: "json" };

const { rows, names } = record;
const stages = record.stages as readonly StageSpan[];

export const draw = (options?: PictureOptions) =>
  spectrumTimeline(rows, { names, stages, ...options });

export const table = (options?: TableOptions) => spectrumTimelineTable(rows, { names, ...options });
