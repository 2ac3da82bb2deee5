import {
  featureTables,
  featureTablesNumbers,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/features.json" with { type: "json" };

const { nodes } = record;

export const draw = (options?: PictureOptions) => featureTables(nodes, options);

export const table = (options?: TableOptions) => featureTablesNumbers(nodes, options);
