import { featureWaves, featureWavesTable } from "@grokscape/viz";
import record from "../fixtures/features.json" with { type: "json" };
import type { Example } from "./example.ts";

const { nodes } = record;

/** Six nodes that learned one frequency each, and two before training. */
export const featureWavesExample: Example = {
  id: "feature-waves",
  draw: (options) => featureWaves(nodes, options),
  table: (options) => featureWavesTable(nodes, options),
};
