import { type PhaseLaw, type PhaseTrial, type PhaseUnit, phaseDiagram } from "@grokscape/viz";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { bordersOf } from "./phase.ts";

/** What was tried, and where the border lies, beside laws. */
export const drawPhase =
  (
    trials: readonly PhaseTrial[],
    laws: readonly PhaseLaw[],
    unit: PhaseUnit,
    language: Locale,
  ): Draw =>
  (width, document) =>
    phaseDiagram(bordersOf(trials), laws, {
      trials,
      unit,
      confidence: "border",
      language,
      width,
      document,
    });
