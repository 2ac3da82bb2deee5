import { localeOf } from "../site/locales.ts";
import { pushWords, twoArrows } from "./two-arrows.ts";
import { articleWords } from "./words/index.ts";

/** `<two-nodes>`: two features, and how they push each other; its markup is `TwoNodes.astro`. */
class TwoNodes extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { push } = await import("./push.ts");
    const slider = this.querySelector("input") as HTMLInputElement;
    const words = articleWords[localeOf(this.dataset.locale)].twoNodes;
    const degrees = slider.valueAsNumber;
    const b = push(degrees);
    for (const [name, ends] of Object.entries(twoArrows(degrees, b))) {
      const line = this.querySelector(`[data-part=${name}]`) as Element;
      for (const [end, value] of Object.entries(ends)) line.setAttribute(end, String(value));
    }
    const shown = `${degrees}°`;
    (this.querySelector("output") as HTMLElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    const { sign, written } = pushWords(b);
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says[sign](written);
  }
}

customElements.define("two-nodes", TwoNodes);
