import { localeOf } from "../site/locales.ts";
import { clarity } from "./clarity.ts";
import { articleWords } from "./words/index.ts";

/** `<depth-signal>`: the target's way down; its markup is `DepthSignal.astro`. */
class DepthSignal extends HTMLElement {
  readonly #known = new Map<string, number>();

  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const slider = this.querySelector("[type=range]") as HTMLInputElement;
    const words = articleWords[localeOf(this.dataset.locale)].depthSignal;
    const layers = slider.valueAsNumber;
    (this.querySelector("output") as HTMLElement).textContent = String(layers);
    for (const residual of [false, true]) {
      const key = `${layers} ${residual}`;
      const value = this.#known.get(key) ?? clarity(layers, residual);
      this.#known.set(key, value);
      const bar = this.querySelector(
        `[data-part=${residual ? "residual" : "plain"}]`,
      ) as HTMLElement;
      bar.style.setProperty("--share", String(Math.max(0, value)));
      (bar.querySelector("b") as HTMLElement).textContent = value.toFixed(2);
    }
    const plain = this.#known.get(`${layers} false`) as number;
    (this.querySelector("[data-part=says]") as HTMLElement).textContent =
      words.says[layers === 1 ? "clear" : plain > 0.15 ? "blurred" : "faint"];
  }
}

customElements.define("depth-signal", DepthSignal);
