import type { StatementId } from "@grokscape/theory";
import { localeOf } from "../site/locales.ts";
import { theoremWords } from "./words.ts";

/** `<live-check>`: two numbers that a statement ties together; its markup is `LiveCheck.astro`. */
class LiveCheck extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
  }

  async #show(): Promise<void> {
    const [{ checks }, { checkWords }] = await Promise.all([
      import("./checks.ts"),
      import("./check-words.ts"),
    ]);
    const check = checks[this.dataset.statement as StatementId];
    const slider = this.querySelector("input");
    if (!check || !slider) return;
    const words = theoremWords[localeOf(this.dataset.locale)];
    const { agree, ...said } = checkWords(check, slider.valueAsNumber, words);
    for (const [part, text] of Object.entries(said)) {
      (this.querySelector(`[data-part=${part}]`) as HTMLElement).textContent = text;
    }
    slider.setAttribute("aria-valuetext", said.position);
    this.dataset.holds = String(agree);
  }
}

customElements.define("live-check", LiveCheck);
