import { cayleyTableExample } from "./examples/cayley-table.ts";
import { characterTableExample } from "./examples/character-table.ts";
import { couponCollectorExample } from "./examples/coupon-collector.ts";
import { embeddingPolygonsExample } from "./examples/embedding-polygons.ts";
import { energyHistogramExample } from "./examples/energy-histogram.ts";
import { energyLandscapeExample } from "./examples/energy-landscape.ts";
import { energySliceExample } from "./examples/energy-slice.ts";
import type { Example } from "./examples/example.ts";
import { featureTablesExample } from "./examples/feature-tables.ts";
import { featureWavesExample } from "./examples/feature-waves.ts";
import { grokkingCurveExample } from "./examples/grokking-curve.ts";
import { grokkingSeedsExample } from "./examples/grokking-seeds.ts";
import { irrepSpectrumExample } from "./examples/irrep-spectrum.ts";
import { lawLeaderboardExample } from "./examples/law-leaderboard.ts";
import { learnedTableExample } from "./examples/learned-table.ts";
import { phaseDiagramExample } from "./examples/phase-diagram.ts";
import { repulsionMatrixExample } from "./examples/repulsion-matrix.ts";
import { spectrumTimelineExample } from "./examples/spectrum-timeline.ts";
import { stageTimelineExample } from "./examples/stage-timeline.ts";
import { sweepTableExample } from "./examples/sweep-table.ts";

export type { Example } from "./examples/example.ts";

/** Every picture of real data, in the order of a story: the run, its inside, the group, the laws. */
export const examples: readonly Example[] = [
  grokkingCurveExample,
  grokkingSeedsExample,
  stageTimelineExample,
  phaseDiagramExample,
  energySliceExample,
  energyLandscapeExample,
  energyHistogramExample,
  irrepSpectrumExample,
  spectrumTimelineExample,
  featureWavesExample,
  featureTablesExample,
  embeddingPolygonsExample,
  cayleyTableExample,
  characterTableExample,
  learnedTableExample,
  couponCollectorExample,
  repulsionMatrixExample,
  lawLeaderboardExample,
  sweepTableExample,
];
