import {
  type EnergySurface,
  energyLandscape,
  energyLandscapeTable,
  type FeatureState,
} from "@grokscape/viz";
import record from "../fixtures/surfaces.json" with { type: "json" };
import type { Example } from "./example.ts";

const surfaces = record.surfaces.map(
  ({ thousandths, scale, peaks, ...surface }): EnergySurface => ({
    ...surface,
    energy: thousandths.map((value) => (value === null ? Number.NaN : value * scale)),
    peaks: peaks.map((peak) => ({ ...peak, state: peak.state as FeatureState })),
  }),
);

/** The energy of Z_17 over a half sphere through two features and a pair known by heart. */
export const energyLandscapeExample: Example = {
  id: "energy-landscape",
  draw: (options) => energyLandscape(surfaces, options),
  table: (options) => energyLandscapeTable(surfaces, options),
};
