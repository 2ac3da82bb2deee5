import { featureTables, featureTablesNumbers } from "@grokscape/viz";
import record from "../fixtures/features.json" with { type: "json" };
import type { Example } from "./example.ts";

const { nodes } = record;

/** The same nodes on the Cayley table. */
export const featureTablesExample: Example = {
  id: "feature-tables",
  draw: (options) => featureTables(nodes, options),
  table: (options) => featureTablesNumbers(nodes, options),
};
