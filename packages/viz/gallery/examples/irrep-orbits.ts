import {
  irrepOrbits,
  irrepOrbitsTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import orbits from "../fixtures/orbits.json" with { type: "json" };

export const draw = (options?: PictureOptions) => irrepOrbits(orbits, options);

export const table = (options?: TableOptions) => irrepOrbitsTable(orbits, options);
