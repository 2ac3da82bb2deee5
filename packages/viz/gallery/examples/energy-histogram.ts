import { energyHistogram, energyHistogramTable, type NodeEnergy } from "@grokscape/viz";
import record from "../fixtures/energies.json" with { type: "json" };
import type { Example } from "./example.ts";

const nodes = record.nodes as readonly NodeEnergy[];
const { levels } = record;

/** The 512 nodes of the run of Z_31 at its end. */
export const energyHistogramExample: Example = {
  id: "energy-histogram",
  draw: (options) => energyHistogram(nodes, levels, options),
  table: (options) => energyHistogramTable(nodes, levels, options),
};
