import { embeddingPolygons, embeddingPolygonsTable } from "@grokscape/viz";
import record from "../fixtures/embeddings.json" with { type: "json" };
import type { Example } from "./example.ts";

const { planes } = record;

/** What the nodes of one frequency make of the 31 symbols, for several frequencies. */
export const embeddingPolygonsExample: Example = {
  id: "embedding-polygons",
  draw: (options) => embeddingPolygons(planes, options),
  table: (options) => embeddingPolygonsTable(planes, options),
};
