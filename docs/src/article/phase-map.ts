import type { PhaseUnit } from "@grokscape/viz";
import { LiveView } from "../live/live-view.ts";
import { localeOf } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** `<phase-map>`: what was measured, counted in one unit or another; its markup is `PhaseMap.astro`. */
class PhaseMap extends HTMLElement {
  connectedCallback(): void {
    const locale = localeOf(this.dataset.locale);
    const unit = () => this.querySelector<HTMLInputElement>("input:checked")?.value as PhaseUnit;
    const { trials, laws } = JSON.parse(this.dataset.measured as string);
    const load = async () => {
      const { drawPhase } = await import("./draw-phase.ts");
      return drawPhase(trials, laws, unit(), locale);
    };
    const view = new LiveView(this.querySelector("figure") as HTMLElement, load, false);
    this.addEventListener("change", () => {
      view.update();
      (this.querySelector("[data-part=says]") as HTMLElement).textContent =
        articleWords[locale].phaseMap.says[unit()];
    });
  }
}

customElements.define("phase-map", PhaseMap);
