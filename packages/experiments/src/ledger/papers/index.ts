import type { Experiment } from "../../experiment.ts";
import { grokfastAdamW } from "./grokfast.ts";
import { gromovFeatures } from "./gromov.ts";
import { muonAdamW } from "./muon.ts";
import { nandaFrequencies } from "./nanda.ts";
import { omnigrokNorm } from "./omnigrok.ts";
import { powerData } from "./power.ts";
import { prietoCollapse } from "./prieto-collapse.ts";
import { prietoOrthogonal } from "./prieto-orthogonal.ts";

/** What the works say that presets are from, and two more, asked of networks that train in seconds. */
export const ofPapers: readonly Experiment[] = [
  powerData,
  nandaFrequencies,
  gromovFeatures,
  grokfastAdamW,
  omnigrokNorm,
  prietoCollapse,
  prietoOrthogonal,
  muonAdamW,
];
