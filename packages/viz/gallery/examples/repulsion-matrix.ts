import {
  type PictureOptions,
  repulsionMatrix,
  repulsionTable,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/repulsion.json" with { type: "json" };

export const draw = (options?: PictureOptions) => repulsionMatrix(record, options);

export const table = (options?: TableOptions) => repulsionTable(record, options);
