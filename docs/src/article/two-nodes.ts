import { localeOf } from "../site/locales.ts";
import { push } from "./push.ts";
import { articleWords } from "./words/index.ts";

/** `<two-nodes>`: two features, and how they push each other; its markup is `TwoNodes.astro`. */
class TwoNodes extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const slider = this.querySelector("input") as HTMLInputElement;
    const words = articleWords[localeOf(this.dataset.locale)].twoNodes;
    const degrees = slider.valueAsNumber;
    const b = push(degrees);
    const radians = (degrees * Math.PI) / 180;
    const end = { x: 200 + 150 * Math.cos(radians), y: 200 - 150 * Math.sin(radians) };
    const line = this.querySelector("[data-part=second]") as Element;
    line.setAttribute("x2", String(end.x));
    line.setAttribute("y2", String(end.y));
    // across the second feature, away from the first or towards it
    const length = 160 * b;
    const arrow = this.querySelector("[data-part=push]") as Element;
    arrow.setAttribute("x1", String(end.x));
    arrow.setAttribute("y1", String(end.y));
    arrow.setAttribute("x2", String(end.x + length * Math.sin(radians)));
    arrow.setAttribute("y2", String(end.y + length * Math.cos(radians)));
    const shown = `${degrees}°`;
    (this.querySelector("output") as HTMLElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    const sign = Math.abs(b) < 1e-9 ? "none" : b < 0 ? "apart" : "together";
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says[sign](
      b.toFixed(3).replace("-", "−"),
    );
  }
}

customElements.define("two-nodes", TwoNodes);
