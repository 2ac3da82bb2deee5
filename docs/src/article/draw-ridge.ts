import { energySlice } from "@grokscape/viz";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { kinds, placeOf, type Ridge, turn } from "./ridge.ts";
import { articleWords } from "./words/index.ts";

/** A ridge with its peaks, and a node on it. */
export function drawRidge(ridge: Ridge, node: number, language: Locale): Draw {
  const words = articleWords[language].energyPeaks;
  const { share, energies } = ridge;
  const peaks = kinds
    .filter((kind) => ridge[kind].peak)
    .map((state) => ({ at: placeOf(ridge[state].angle, ridge), state }));
  const marks = kinds.map((kind) => {
    const { angle, energy, peak } = ridge[kind];
    return { angle, name: `${words[kind]} ${peak ? energy.toFixed(1) : words.noPeak}` };
  });
  const choices = { marks, node, end: turn, title: words.title, height: 340, language } as const;
  return (width, document) =>
    energySlice([{ share, energy: energies, peaks }], { ...choices, width, document });
}
