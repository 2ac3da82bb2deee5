import {
  networkDiagram,
  networkTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/network.json" with { type: "json" };

export const draw = (options?: PictureOptions) => networkDiagram(record, options);

export const table = (options?: TableOptions) => networkTable(record, options);
