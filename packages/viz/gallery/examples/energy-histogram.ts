import {
  energyHistogram,
  energyHistogramTable,
  type NodeEnergy,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/energies.json" with { type: "json" };

const nodes = record.nodes as readonly NodeEnergy[];
const { levels } = record;

export const draw = (options?: PictureOptions) => energyHistogram(nodes, levels, options);

export const table = (options?: TableOptions) => energyHistogramTable(nodes, levels, options);
