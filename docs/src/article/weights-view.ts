import type { LiveRun } from "../live/live-run.ts";
import { LiveView } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";

/** A picture of the weights of a run in progress. */
export class WeightsView {
  readonly #view: LiveView;
  #run!: LiveRun;

  /** @param box holds what stands there before a run, which `clear` brings back */
  constructor(
    box: HTMLElement,
    locale: Locale,
    task: () => string,
    drawn: "waves" | "network" = "waves",
  ) {
    this.#view = new LiveView(box, async () => {
      const { drawings } = await import("./drawings.ts");
      return drawings[drawn](this.#run, locale, task());
    });
  }

  show(run: LiveRun): void {
    if (!run.weights) return;
    this.#run = run;
    this.#view.update();
  }

  clear(): void {
    this.#view.clear();
  }
}
