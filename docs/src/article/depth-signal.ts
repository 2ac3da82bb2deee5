import { localeOf } from "../site/locales.ts";
import { depthWord } from "./depth-word.ts";
import { articleWords } from "./words/index.ts";

/** `<depth-signal>`: the target's way down; its markup is `DepthSignal.astro`. */
class DepthSignal extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { clarity } = await import("./clarity.ts");
    const slider = this.querySelector("[type=range]") as HTMLInputElement;
    const words = articleWords[localeOf(this.dataset.locale)].depthSignal;
    const layers = slider.valueAsNumber;
    (this.querySelector("output") as HTMLElement).textContent = String(layers);
    const values = { plain: clarity(layers, false), residual: clarity(layers, true) };
    for (const [name, value] of Object.entries(values)) {
      const bar = this.querySelector(`[data-part=${name}]`) as HTMLElement;
      bar.style.setProperty("--share", String(Math.max(0, value)));
      (bar.querySelector("b") as HTMLElement).textContent = value.toFixed(2);
    }
    (this.querySelector("[data-part=says]") as HTMLElement).textContent =
      words.says[depthWord(layers, values.plain)];
  }
}

customElements.define("depth-signal", DepthSignal);
