import { type EnergySlice, energySlice, energySliceTable } from "@grokscape/viz";
import record from "../fixtures/slices.json" with { type: "json" };
import type { Example } from "./example.ts";

const slices = record.slices as readonly EnergySlice[];
const { marks } = record;

/** The energy of Z_17 along a circle through a feature and through a pair known by heart. */
export const energySliceExample: Example = {
  id: "energy-slice",
  draw: (options) => energySlice(slices, { marks, ...options }),
  table: (options) => energySliceTable(slices, options),
};
