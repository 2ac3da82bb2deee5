import { write } from "../demo/write.ts";
import { localeOf } from "../site/locales.ts";
import { siteWords } from "../site/words.ts";
import { findCard, rememberCard, wantsCard } from "./card.ts";

/** `<card-switch data-locale="en">`: whether live runs train on the graphics card; its markup is `CardSwitch.astro`. */
class CardSwitch extends HTMLElement {
  connectedCallback(): void {
    this.#box.addEventListener("change", () => this.#turn());
    if (!("gpu" in navigator)) {
      this.#box.disabled = true;
      write(this.#says, this.#words.noWebgpu);
    } else if (wantsCard()) {
      this.#box.checked = true;
      this.#turn();
    }
  }

  async #turn(): Promise<void> {
    const { checked } = this.#box;
    rememberCard(checked);
    if (!checked) return write(this.#says, "");
    const { webgpu, card } = await findCard();
    if (!this.#box.checked) return;
    this.#box.checked = card !== null;
    rememberCard(card !== null);
    write(this.#says, card ?? (webgpu ? this.#words.noCard : this.#words.noWebgpu));
  }

  get #words() {
    return siteWords[localeOf(this.dataset.locale)].card;
  }

  get #box(): HTMLInputElement {
    return this.querySelector("input") as HTMLInputElement;
  }

  get #says(): HTMLElement {
    return this.querySelector("small") as HTMLElement;
  }
}

customElements.define("card-switch", CardSwitch);
