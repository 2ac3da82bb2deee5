import {
  embeddingPolygons,
  embeddingPolygonsTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/embeddings.json" with { type: "json" };

const { planes } = record;

export const draw = (options?: PictureOptions) => embeddingPolygons(planes, options);

export const table = (options?: TableOptions) => embeddingPolygonsTable(planes, options);
