import { count } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { lawBars } from "./law-bars.ts";
import { articleWords } from "./words/index.ts";

/** `<rival-laws>`: how many examples each law asks for; its markup is `RivalLaws.astro`. */
class RivalLaws extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { opinions, orders } = await import("./opinions.ts");
    const locale = localeOf(this.dataset.locale);
    const slider = this.querySelector("input") as HTMLInputElement;
    const order = orders[slider.valueAsNumber]!;
    (this.querySelector("output") as HTMLElement).textContent = count(order);
    slider.setAttribute("aria-valuetext", count(order));
    const { bars, says } = lawBars(opinions(order, locale), articleWords[locale].rivalLaws);
    const rows = bars.map(({ title, length, needs }) => {
      const bar = document.createElement("p");
      const name = Object.assign(document.createElement("span"), { textContent: title });
      const value = Object.assign(document.createElement("b"), { textContent: needs });
      bar.style.setProperty("--share", String(length));
      bar.append(name, value);
      return bar;
    });
    (this.querySelector(".bars") as HTMLElement).replaceChildren(...rows);
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = says;
  }
}

customElements.define("rival-laws", RivalLaws);
