import type { PictureOptions, TableOptions } from "@grokscape/viz";
import * as borderTransition from "./examples/border-transition.ts";
import * as cayleyTable from "./examples/cayley-table.ts";
import * as characterTable from "./examples/character-table.ts";
import * as couponCollector from "./examples/coupon-collector.ts";
import * as energyHistogram from "./examples/energy-histogram.ts";
import * as energySlice from "./examples/energy-slice.ts";
import * as featureTables from "./examples/feature-tables.ts";
import * as featureWaves from "./examples/feature-waves.ts";
import * as grokkingCurve from "./examples/grokking-curve.ts";
import * as grokkingSeeds from "./examples/grokking-seeds.ts";
import * as irrepOrbits from "./examples/irrep-orbits.ts";
import * as irrepSpectrum from "./examples/irrep-spectrum.ts";
import * as lawLeaderboard from "./examples/law-leaderboard.ts";
import * as learnedTable from "./examples/learned-table.ts";
import * as milestoneSpread from "./examples/milestone-spread.ts";
import * as networkDiagram from "./examples/network-diagram.ts";
import * as phaseDiagram from "./examples/phase-diagram.ts";
import * as readingCurve from "./examples/reading-curve.ts";
import * as spectrumTimeline from "./examples/spectrum-timeline.ts";
import * as stageTimeline from "./examples/stage-timeline.ts";
import * as unknowableCells from "./examples/unknowable-cells.ts";

/** A picture of real data, and the same data as a table; its code is `examples/<id>.ts`. */
export interface Example {
  readonly id: string;
  readonly draw: (options?: PictureOptions) => SVGSVGElement;
  readonly table: (options?: TableOptions) => HTMLTableElement;
}

/** Every picture of real data, in the order of a story: the run, its inside, the group, the laws. */
export const examples: readonly Example[] = [
  { id: "grokking-curve", ...grokkingCurve },
  { id: "grokking-seeds", ...grokkingSeeds },
  { id: "milestone-spread", ...milestoneSpread },
  { id: "reading-curve", ...readingCurve },
  { id: "stage-timeline", ...stageTimeline },
  { id: "phase-diagram", ...phaseDiagram },
  { id: "border-transition", ...borderTransition },
  { id: "energy-slice", ...energySlice },
  { id: "energy-histogram", ...energyHistogram },
  { id: "irrep-spectrum", ...irrepSpectrum },
  { id: "spectrum-timeline", ...spectrumTimeline },
  { id: "network-diagram", ...networkDiagram },
  { id: "feature-waves", ...featureWaves },
  { id: "feature-tables", ...featureTables },
  { id: "cayley-table", ...cayleyTable },
  { id: "character-table", ...characterTable },
  { id: "irrep-orbits", ...irrepOrbits },
  { id: "learned-table", ...learnedTable },
  { id: "unknowable-cells", ...unknowableCells },
  { id: "coupon-collector", ...couponCollector },
  { id: "law-leaderboard", ...lawLeaderboard },
];
