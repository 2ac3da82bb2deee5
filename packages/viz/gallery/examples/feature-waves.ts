import {
  featureWaves,
  featureWavesTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/features.json" with { type: "json" };

const { nodes } = record;

export const draw = (options?: PictureOptions) => featureWaves(nodes, options);

export const table = (options?: TableOptions) => featureWavesTable(nodes, options);
