import { count } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { opinions, orders } from "./opinions.ts";
import { articleWords } from "./words/index.ts";

/** `<rival-laws>`: how many examples each law asks for; its markup is `RivalLaws.astro`. */
class RivalLaws extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const locale = localeOf(this.dataset.locale);
    const words = articleWords[locale].rivalLaws;
    const slider = this.querySelector("input") as HTMLInputElement;
    const order = orders[slider.valueAsNumber]!;
    (this.querySelector("output") as HTMLElement).textContent = count(order);
    slider.setAttribute("aria-valuetext", count(order));
    const said = opinions(order, locale);
    const bars = said.map(({ title, share, criticalCount }) => {
      const bar = document.createElement("p");
      const name = Object.assign(document.createElement("span"), { textContent: title });
      const value = Object.assign(document.createElement("b"), {
        textContent: words.needs(count(Math.round(criticalCount)), `${(100 * share).toFixed(1)} %`),
      });
      bar.style.setProperty("--share", String(Math.min(1, share)));
      bar.append(name, value);
      return bar;
    });
    (this.querySelector(".bars") as HTMLElement).replaceChildren(...bars);
    const shares = said.map(({ share }) => share);
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says(
      said.length,
      (Math.max(...shares) / Math.min(...shares)).toFixed(1),
    );
  }
}

customElements.define("rival-laws", RivalLaws);
