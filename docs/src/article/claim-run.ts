import type { Experiment, Variant } from "@grokscape/experiments";
import { write } from "../demo/write.ts";
import { LiveRun, type SiteWish } from "../live/live-run.ts";
import { LiveView } from "../live/live-view.ts";
import { eased } from "../live/pace.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import type { View } from "./drawings.ts";
import { saidOfRun } from "./said-of-run.ts";

/** The part of a claim that the page needs in order to run it. */
interface Runnable {
  readonly base: Experiment["base"];
  readonly variants: readonly Pick<Variant, "name" | "changes">[];
  /** Steps that the slowest of them was measured to take. */
  readonly longest: number;
}

const wishes: Readonly<Record<View, readonly SiteWish[]>> = {
  curve: [],
  gradient: ["gradient"],
  waves: ["weights"],
  message: [],
};

/** Steps at which the shortest message is looked for: about evenly spaced by their logarithms. */
const moments = new Set([5, 10, 20, 40, 80, 120, 160, 200, 250, 300, 400, 500, 700, 1000]);

/** Seconds after which a run should have shown what it does. */
const patience = 9;

/** `<claim-run>`: runs a claim's settings in the page; its markup is `ClaimRun.astro`. */
class ClaimRun extends HTMLElement {
  #locale!: Locale;
  #runnable!: Runnable;
  #run!: LiveRun;
  #view!: LiveView;
  #chosen = 0;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#runnable = JSON.parse(this.dataset.claim as string) as Runnable;
    const view = this.dataset.view as View;
    const messageAt = view === "message" ? moments : undefined;
    this.#run = new LiveRun(this, () => this.#update(), wishes[view], messageAt);
    this.#run.pace = () => eased(Math.max(120, this.#runnable.longest / patience));
    this.#view = new LiveView(this.#part("picture"), async () => {
      const { drawings } = await import("./drawings.ts");
      return drawings[view](this.#run, this.#locale, this.#config().task);
    });
    this.#part("variants").addEventListener("change", () => this.#choose());
    this.#part("main").addEventListener("click", () => this.#press());
    this.#choose();
  }

  disconnectedCallback(): void {
    this.#run.dispose();
  }

  /** What is measured so far. */
  get record() {
    return this.#run.record;
  }

  /** Whether rows are under way. */
  get busy() {
    return this.#run.busy;
  }

  get gradients() {
    return this.#run.gradients;
  }

  get messages() {
    return this.#run.messages;
  }

  #config() {
    const { base, variants } = this.#runnable;
    return { ...base, ...variants[this.#chosen]!.changes, seed: 1 };
  }

  #choose(): void {
    const chosen = this.querySelector<HTMLInputElement>("[data-part=variants] input:checked");
    this.#chosen = Number(chosen?.value ?? 0);
    this.#run.reset();
    this.#view.clear();
  }

  #press(): void {
    const { state } = this.#run;
    if (state === "running") this.#run.pause();
    else if (state === "paused") this.#run.resume();
    else if (state !== "loading") {
      this.#view.clear();
      this.#run.start(this.#config());
    }
  }

  #update(): void {
    const { state, record } = this.#run;
    const { button, outcome, understood } = saidOfRun(this.#run, this.#locale);
    this.dataset.state = state;
    write(this.#part("main"), button);
    write(this.#part("outcome"), outcome);
    if (record.metrics.length > 0) this.#view.update();
    if (state === "finished") {
      const cell = this.querySelector(`[data-here="${this.#chosen}"]`) as HTMLElement;
      cell.textContent = understood;
    }
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

customElements.define("claim-run", ClaimRun);
