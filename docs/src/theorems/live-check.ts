import type { StatementId } from "@grokscape/theory";
import { localeOf } from "../site/locales.ts";
import { checks, holds } from "./checks.ts";
import { theoremWords } from "./words.ts";

/** Four digits, and no more than are needed. */
const digits = (value: number) => String(Number(value.toPrecision(4))).replace("-", "−");

/** `<live-check>`: two numbers that a statement ties together; its markup is `LiveCheck.astro`. */
class LiveCheck extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const check = checks[this.dataset.statement as StatementId];
    const slider = this.querySelector("input");
    if (!check || !slider) return;
    const position = check.positions[slider.valueAsNumber]!;
    const numbers = check.compute(position);
    const words = theoremWords[localeOf(this.dataset.locale)];
    const say = (part: string, text: string) => {
      (this.querySelector(`[data-part=${part}]`) as HTMLElement).textContent = text;
    };
    say("position", `${check.knob} = ${position}`);
    slider.setAttribute("aria-valuetext", `${check.knob} = ${position}`);
    say("left", digits(numbers[0]));
    say("right", digits(numbers[1]));
    const agree = holds(check.relation, numbers);
    say("says", agree ? words.holds : words.fails);
    this.dataset.holds = String(agree);
  }
}

customElements.define("live-check", LiveCheck);
