import { phaseDiagram, phaseTable } from "@grokscape/viz";
import record from "../fixtures/phase.json" with { type: "json" };
import type { Example } from "./example.ts";

const { points, laws } = record;

/** How many pairs of Z_M a network of 256 nodes needs, between where all runs fail and all succeed. */
export const phaseDiagramExample: Example = {
  id: "phase-diagram",
  draw: (options) => phaseDiagram(points, laws, { confidence: "border", ...options }),
  table: (options) => phaseTable(points, laws, { confidence: "border", ...options }),
};
