import type { CurveRecord } from "@grokscape/viz";
import type { DemoWords } from "./words/index.ts";

/** Announces the few events of a run to screen readers. */
export class Announcer {
  readonly #region: HTMLElement;
  readonly #words: DemoWords;
  #told = { memorised: false, generalised: false };

  /** @param region an aria-live region */
  constructor(region: HTMLElement, words: DemoWords) {
    this.#region = region;
    this.#words = words;
  }

  say(event: keyof DemoWords["announce"]): void {
    this.#region.textContent = this.#words.announce[event];
  }

  fail(error: string): void {
    this.#region.textContent = this.#words.failed(error);
  }

  follow({ memorisedAt, generalisedAt }: CurveRecord): void {
    if (memorisedAt !== null && !this.#told.memorised) {
      this.#told.memorised = true;
      this.say("memorised");
    }
    if (generalisedAt !== null && !this.#told.generalised) {
      this.#told.generalised = true;
      this.say("generalised");
    }
  }

  clear(): void {
    this.#told = { memorised: false, generalised: false };
    this.#region.textContent = "";
  }
}
