import type { CurveRecord } from "@grokscape/viz";
import { LiveView } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import type { CurveChoices } from "./curve.ts";

/** The grokking curve of a run in progress. */
export class CurveView {
  readonly #view: LiveView;
  #record!: CurveRecord;
  #choices: CurveChoices = {};

  /** @param box holds the picture of nothing measured yet, which `clear` brings back */
  constructor(box: HTMLElement, locale: Locale) {
    this.#view = new LiveView(box, async () => {
      const { drawCurve } = await import("./curve.ts");
      return (width) => drawCurve(this.#record, locale, width, this.#choices);
    });
  }

  show(record: CurveRecord, choices: CurveChoices = {}): void {
    this.#record = record;
    this.#choices = choices;
    this.#view.update();
  }

  clear(): void {
    this.#view.clear();
  }
}
