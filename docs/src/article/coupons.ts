import { LiveView } from "../live/live-view.ts";
import { localeOf } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** `<coupon-nodes>`: nodes collecting peaks; its markup is `CouponNodes.astro`. */
class CouponNodes extends HTMLElement {
  connectedCallback(): void {
    const picture = this.querySelector("figure") as HTMLElement;
    const view = new LiveView(picture, () => this.#show(), false);
    this.addEventListener("input", () => view.update());
  }

  async #show() {
    const [{ drawCoupons }, { nodesFor }] = await Promise.all([
      import("./draw-coupons.ts"),
      import("./nodes-for.ts"),
    ]);
    const locale = localeOf(this.dataset.locale);
    const [peaks, higher] = [...this.querySelectorAll("input")] as [
      HTMLInputElement,
      HTMLInputElement,
    ];
    const outputs = this.querySelectorAll("output");
    outputs[0]!.textContent = peaks.value;
    outputs[1]!.textContent = `× ${higher.value}`;
    higher.setAttribute("aria-valuetext", `× ${higher.value}`);
    const { independent, muon } = nodesFor(peaks.valueAsNumber, higher.valueAsNumber);
    (this.querySelector("[data-part=says]") as HTMLElement).textContent = articleWords[
      locale
    ].coupons.says(independent.toFixed(1), muon.toFixed(1));
    return drawCoupons(peaks.valueAsNumber, higher.valueAsNumber, locale);
  }
}

customElements.define("coupon-nodes", CouponNodes);
