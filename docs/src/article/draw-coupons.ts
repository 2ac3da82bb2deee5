import { captureProbabilities } from "@grokscape/theory";
import { type Coverage, couponCollector } from "@grokscape/viz";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { exponent, nodesFor, reaches } from "./nodes-for.ts";
import { articleWords } from "./words/index.ts";

/** How many peaks so many nodes find that start by themselves, beside one node for each. */
export function drawCoupons(peaks: number, higher: number, language: Locale): Draw {
  const words = articleWords[language].coupons;
  const probabilities = captureProbabilities(reaches(peaks, higher), exponent);
  const most = Math.ceil(1.5 * nodesFor(peaks, higher).independent);
  const coverages: readonly Coverage[] = [
    {
      name: words.independent,
      source: "theory",
      rows: Array.from({ length: most + 1 }, (_, nodes) => ({
        nodes,
        covered: probabilities.reduce((sum, p) => sum + 1 - (1 - p) ** nodes, 0),
      })),
    },
    {
      name: words.peaks,
      source: "theory",
      rows: [0, peaks].map((nodes) => ({ nodes, covered: nodes })),
    },
  ];
  const title = words.title;
  return (width, document) =>
    couponCollector(coverages, peaks, { title, language, width, document });
}
