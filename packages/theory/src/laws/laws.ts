import { clampedNormLaw } from "./clamped-norm.ts";
import { collapseLaw } from "./collapse.ts";
import { energyLossLaw } from "./energy-loss.ts";
import { finiteSizeLaw } from "./finite-size.ts";
import { firstPassageLaw } from "./first-passage.ts";
import { li2Law } from "./li2.ts";
import { normSeparationLaw } from "./norm-separation.ts";
import { powerLaw } from "./power-law.ts";
import type { ScalingLaw } from "./scaling-law.ts";

/** Li₂, its rivals and our own, each before any fit. */
export const scalingLaws: readonly ScalingLaw[] = [
  li2Law(),
  energyLossLaw,
  collapseLaw(),
  normSeparationLaw(),
  firstPassageLaw(),
  clampedNormLaw(),
  powerLaw(),
  finiteSizeLaw(),
];
