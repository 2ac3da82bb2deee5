import { localeOf } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** `<two-nodes>`: how two features push each other; its markup is `TwoNodes.astro`. */
class TwoNodes extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { push, pushWords } = await import("./push.ts");
    const slider = this.querySelector("input") as HTMLInputElement;
    const words = articleWords[localeOf(this.dataset.locale)].twoNodes;
    const degrees = slider.valueAsNumber;
    const shown = `${degrees}°`;
    (this.querySelector("output") as HTMLElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    const { sign, written } = pushWords(push(degrees));
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says[sign](written);
  }
}

customElements.define("two-nodes", TwoNodes);
