import type { Curve, Experiment, Variant } from "@grokscape/experiments";
import type { Tensors } from "@grokscape/models";
import type { EarlierRun } from "@grokscape/viz";
import { count } from "../demo/numbers.ts";
import { write } from "../demo/write.ts";
import { EarlierRuns } from "../live/earlier-runs.ts";
import { LiveRun, type SiteWish } from "../live/live-run.ts";
import { LiveView } from "../live/live-view.ts";
import { eased } from "../live/pace.ts";
import { Scrubber } from "../live/scrubber.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import type { View } from "./drawings.ts";
import { measuredOf } from "./measured-of.ts";
import { saidOfRun } from "./said-of-run.ts";
import { articleWords } from "./words/index.ts";

/** The part of a claim that the page needs in order to run it. */
interface Runnable {
  readonly base: Experiment["base"];
  readonly variants: readonly (Pick<Variant, "name" | "changes"> & { readonly curve?: Curve })[];
  /** Steps that the slowest of them was measured to take. */
  readonly longest: number;
}

const wishes: Readonly<Record<View, readonly SiteWish[]>> = {
  curve: [],
  gradient: ["gradient"],
  waves: ["weights"],
  network: ["weights"],
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
  /** The setting that the server drew. */
  #first = 0;
  /** Name of the setting that runs, or ran last. */
  #ran = "";
  readonly #earlier = new EarlierRuns();
  /** Over weights to go back to, where they are drawn. */
  #scrubber?: Scrubber<Tensors>;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#runnable = JSON.parse(this.dataset.claim as string) as Runnable;
    const view = this.dataset.view as View;
    const messageAt = view === "message" ? moments : undefined;
    this.#run = new LiveRun(this, () => this.#update(), wishes[view], messageAt);
    this.#run.pace = () => eased(Math.max(120, this.#runnable.longest / patience));
    this.#view = new LiveView(this.#part("picture"), async () => {
      const { drawings } = await import("./drawings.ts");
      const { record, gradients, messages } = this.#run;
      const weights = this.#scrubber ? await this.#weights() : undefined;
      const wound = this.#wound?.checked;
      const seen = { record, gradients, messages, weights, behind: this.#behind(), wound };
      return drawings[view](seen, this.#locale, this.#config().task);
    });
    this.#chosen = this.#first = this.#checked();
    this.#part("variants").addEventListener("change", () => this.#choose());
    if (wishes[view].includes("weights")) {
      const says = (step: number) => this.#words.moment(count(step));
      this.#scrubber = new Scrubber(this.#part("moments"), says, () => {
        this.#run.pause();
        this.#view.update();
      });
    }
    this.#wound?.addEventListener("change", () => this.#view.update());
    this.#part("main").addEventListener("click", () => this.#press());
    this.#update();
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

  get #words() {
    return articleWords[this.#locale].claimRun;
  }

  /** The choice to have symbols in the order of each wave, where waves are drawn. */
  get #wound() {
    return this.querySelector<HTMLInputElement>("[data-part=wound]");
  }

  #config() {
    const { base, variants } = this.#runnable;
    return { ...base, ...variants[this.#chosen]!.changes, seed: 1 };
  }

  #checked(): number {
    const chosen = this.querySelector<HTMLInputElement>("[data-part=variants] input:checked");
    return Number(chosen?.value ?? 0);
  }

  #choose(): void {
    this.#chosen = this.#checked();
    this.#forget();
  }

  /** What is drawn pale: the curve of the ledger, and the reader's runs of other settings. */
  #behind(): readonly EarlierRun[] {
    const variant = this.#runnable.variants[this.#chosen]!;
    return [...measuredOf(variant, this.#words), ...this.#earlier.except(variant.name)];
  }

  /** Those of the moment that the reader went back to, or those that a run will begin with. */
  async #weights(): Promise<Tensors> {
    const moment = this.#scrubber?.moment;
    if (moment) return moment.seen;
    const { initialWeights } = await import("./initial-weights.ts");
    return initialWeights(this.#config());
  }

  /** Puts the run aside, and shows what there is before another. */
  #forget(): void {
    this.#earlier.keep(this.#ran, this.#run.record);
    this.#run.reset();
    this.#scrubber?.clear();
    const { name } = this.#runnable.variants[this.#chosen]!;
    const isAsServed = this.#chosen === this.#first && this.#earlier.except(name).length === 0;
    this.#view.clear();
    if (!isAsServed) this.#view.update();
  }

  #press(): void {
    const { state } = this.#run;
    if (state === "running") this.#run.pause();
    else if (state === "paused") this.#run.resume();
    else if (state !== "loading") {
      this.#forget();
      this.#ran = this.#runnable.variants[this.#chosen]!.name;
      this.#run.start(this.#config());
    }
  }

  #update(): void {
    const { state, record } = this.#run;
    const { button, outcome, understood } = saidOfRun(this.#run, this.#locale);
    this.dataset.state = state;
    write(this.#part("main"), button);
    write(this.#part("outcome"), outcome);
    const last = record.metrics.at(-1);
    const { weights } = this.#run;
    if (last && weights && state !== "paused") this.#scrubber?.add(last.step, weights);
    if (last) this.#view.update();
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
