import {
  borderTransition,
  borderTransitionTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/borders.json" with { type: "json" };

export const draw = (options?: PictureOptions) =>
  borderTransition(record.borders, { ...options, over: record.over });

export const table = (options?: TableOptions) =>
  borderTransitionTable(record.borders, { ...options, over: record.over });
