import { count } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";

/** `<share-of-table>`: the part within the whole; its markup is `ShareOfTable.astro`. */
class ShareOfTable extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { orders, shareOfTable } = await import("./share-of-table.ts");
    const slider = this.querySelector("input") as HTMLInputElement;
    const order = orders[slider.valueAsNumber]!;
    const { side, says } = shareOfTable(order, localeOf(this.dataset.locale));
    this.style.setProperty("--side", String(side));
    (this.querySelector("output") as HTMLOutputElement).textContent = count(order);
    slider.setAttribute("aria-valuetext", count(order));
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = says;
  }
}

customElements.define("share-of-table", ShareOfTable);
