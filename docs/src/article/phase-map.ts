import { localeOf } from "../site/locales.ts";
import type { Unit } from "./phase.ts";
import { articleWords } from "./words/index.ts";

/** `<phase-map>`: what was measured, counted in one unit or another; its markup is `PhaseMap.astro`. */
class PhaseMap extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", () => {
      const unit = this.querySelector<HTMLInputElement>("input:checked")?.value as Unit;
      for (const map of this.querySelectorAll<HTMLElement>("[data-unit]")) {
        map.hidden = map.dataset.unit !== unit;
      }
      const words = articleWords[localeOf(this.dataset.locale)].phaseMap;
      (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says[unit];
    });
  }
}

customElements.define("phase-map", PhaseMap);
