import { localeOf } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** `<coupon-nodes>`: nodes collecting peaks; its markup is `CouponNodes.astro`. */
class CouponNodes extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const { nodesFor, ways } = await import("./nodes-for.ts");
    const [count, height] = this.querySelectorAll("input");
    const words = articleWords[localeOf(this.dataset.locale)].coupons;
    const peaks = count!.valueAsNumber;
    const higher = height!.valueAsNumber;
    const counts = nodesFor(peaks, higher);
    const outputs = this.querySelectorAll("output");
    outputs[0]!.textContent = String(peaks);
    outputs[1]!.textContent = `× ${higher}`;
    height!.setAttribute("aria-valuetext", `× ${higher}`);
    for (const name of ways) {
      const bar = this.querySelector(`[data-part=${name}]`) as HTMLElement;
      bar.style.setProperty("--share", String(counts[name] / counts.independent));
      (bar.querySelector("b") as HTMLElement).textContent = counts[name].toFixed(
        name === "peaks" ? 0 : 1,
      );
    }
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = words.says(
      counts.independent.toFixed(1),
      counts.muon.toFixed(1),
    );
  }
}

customElements.define("coupon-nodes", CouponNodes);
