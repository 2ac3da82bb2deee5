import { repulsionMatrix, repulsionTable } from "@grokscape/viz";
import record from "../fixtures/repulsion.json" with { type: "json" };
import type { Example } from "./example.ts";

/** Six nodes for each of six frequencies, at the end of the run. */
export const repulsionMatrixExample: Example = {
  id: "repulsion-matrix",
  draw: (options) => repulsionMatrix(record, options),
  table: (options) => repulsionTable(record, options),
};
