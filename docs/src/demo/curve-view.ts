import type { CurveRecord } from "@grokscape/viz";
import { LiveView } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";

/** The grokking curve of a run in progress. */
export class CurveView {
  readonly #view: LiveView;
  #record!: CurveRecord;
  #until?: number;

  /** @param box holds the picture of nothing measured yet, which `clear` brings back */
  constructor(box: HTMLElement, locale: Locale) {
    this.#view = new LiveView(box, async () => {
      const { drawCurve } = await import("./curve.ts");
      return (width) => drawCurve(this.#record, locale, width, undefined, this.#until);
    });
  }

  /** @param until the step that its axis reaches at least */
  show(record: CurveRecord, until?: number): void {
    this.#record = record;
    this.#until = until;
    this.#view.update();
  }

  clear(): void {
    this.#view.clear();
  }
}
