import type { Erratum } from "./erratum.ts";
import { interactionErrata } from "./interaction.ts";
import { landscapeErrata } from "./landscape.ts";
import { lazyErrata } from "./lazy.ts";
import { muonErrata } from "./muon.ts";
import { reconstructionErrata } from "./reconstruction.ts";
import { samplingErrata } from "./sampling.ts";

/**
 * Where the paper (arXiv 2509.21519v5) prints something that does not hold, what holds instead, and a
 * check by brute force for each, in the order of their numbers.
 */
export const errata: readonly Erratum[] = [
  ...landscapeErrata,
  ...reconstructionErrata,
  ...samplingErrata,
  ...lazyErrata,
  ...interactionErrata,
  ...muonErrata,
].sort((a, b) => a.number - b.number);
