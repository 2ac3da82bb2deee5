import {
  type EnergySurface,
  energyLandscape,
  energyLandscapeTable,
  type FeatureState,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/surfaces.json" with { type: "json" };

const surfaces = record.surfaces.map(
  ({ thousandths, scale, peaks, ...surface }): EnergySurface => ({
    ...surface,
    energy: thousandths.map((value) => (value === null ? Number.NaN : value * scale)),
    peaks: peaks.map((peak) => ({ ...peak, state: peak.state as FeatureState })),
  }),
);

export const draw = (options?: PictureOptions) => energyLandscape(surfaces, options);

export const table = (options?: TableOptions) => energyLandscapeTable(surfaces, options);
