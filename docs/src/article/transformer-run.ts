import { fetchTask, split, type Task } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import type { EarlierRun } from "@grokscape/viz";
import { CurveView } from "../demo/curve-view.ts";
import { percent } from "../demo/numbers.ts";
import { inspectTable, saidOfCell } from "../demo/table-inspector.ts";
import { TableView } from "../demo/table-view.ts";
import { demoWords } from "../demo/words/index.ts";
import { write } from "../demo/write.ts";
import { chosenCard } from "../live/card.ts";
import "../live/card-switch.ts";
import { EarlierRuns } from "../live/earlier-runs.ts";
import { LiveRun } from "../live/live-run.ts";
import { fast } from "../live/pace.ts";
import { type Measured, Stopwatch, secondsLeft } from "../live/time-left.ts";
import { trainedBy } from "../live/trained-by.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import { attentionShares } from "./attention-shares.ts";
import { saidOfRun } from "./said-of-run.ts";
import { WeightsView } from "./weights-view.ts";
import { type ArticleWords, articleWords } from "./words/index.ts";

/** A run of a claim that the page offers. */
export interface OfferedRun {
  readonly name: string;
  readonly config: RunConfig;
  readonly measured: Measured;
  /** Its curve, where the ledger keeps one. */
  readonly behind: readonly EarlierRun[];
}

/** Seconds from which on the reader is asked before a run goes on. */
const long = 60;

/** `<transformer-run>`: trains a transformer in the page; its markup is `TransformerRun.astro`. */
class TransformerRun extends HTMLElement {
  #locale!: Locale;
  #words!: ArticleWords;
  #offered!: readonly OfferedRun[];
  #run!: LiveRun;
  #curve!: CurveView;
  #table!: TableView;
  #waves!: WeightsView;
  #chosen = 0;
  /** Name of what runs, or ran last. */
  #ran = "";
  readonly #earlier = new EarlierRuns();
  #task?: Task;
  #shown = new Uint8Array();
  #watch = new Stopwatch();
  /** Which of the engines it measures. */
  #watched?: LiveRun["takenOver"];
  #asked = false;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#words = articleWords[this.#locale];
    this.#offered = JSON.parse(this.dataset.runs as string);
    this.#curve = new CurveView(this.#part("curve"), this.#locale);
    this.#table = new TableView(this.#part("table"), this.#locale);
    inspectTable(
      this.#part("table"),
      this.#table,
      () => this.#task?.classes ?? 1,
      () => this.#showCell(),
    );
    this.#waves = new WeightsView(this.#part("waves"), this.#locale, () => this.#config.task);
    this.#run = new LiveRun(this, () => this.#update(), ["weights"]);
    this.#run.pace = fast;
    this.#run.chooseCard = chosenCard;
    this.#part("runs").addEventListener("change", () => this.#choose());
    this.#part("main").addEventListener("click", () => this.#press());
    this.#background.addEventListener("change", () => this.#setBackground());
    this.#choose();
    this.#setBackground();
  }

  disconnectedCallback(): void {
    this.#run.dispose();
  }

  /** What is measured so far. */
  get record() {
    return this.#run.record;
  }

  get #offer(): OfferedRun {
    return this.#offered[this.#chosen] as OfferedRun;
  }

  get #config(): RunConfig {
    return this.#offer.config;
  }

  /** What is drawn pale: the curve of the ledger, and the reader's run of the other transformer. */
  #behind(): readonly EarlierRun[] {
    const { name, behind } = this.#offer;
    return [...behind, ...this.#earlier.except(name)];
  }

  get #background(): HTMLInputElement {
    return this.#part("background") as HTMLInputElement;
  }

  #setBackground(): void {
    this.#run.inBackground = this.#background.checked;
  }

  #choose(): void {
    const chosen = this.querySelector<HTMLInputElement>("[data-part=runs] input:checked");
    this.#chosen = Number(chosen?.value ?? 0);
    this.#clear();
  }

  #clear(): void {
    this.#earlier.keep(this.#ran, this.#run.record);
    this.#run.reset();
    const isAsServed = this.#chosen === 0 && this.#earlier.except(this.#offer.name).length === 0;
    this.#curve.clear();
    if (!isAsServed) this.#curve.show(this.#run.record, { behind: this.#behind() });
    this.#waves.clear();
    this.#part("pictures").hidden = true;
    this.#part("attention").hidden = true;
    this.#watch = new Stopwatch();
    this.#asked = false;
    write(this.#part("pace"), "");
  }

  async #press(): Promise<void> {
    const { state } = this.#run;
    if (state === "running") this.#run.pause();
    else if (state === "paused") this.#run.resume();
    else if (state !== "loading") {
      this.#clear();
      this.#ran = this.#offer.name;
      await this.#prepare();
      this.#run.start(this.#config);
    }
  }

  /** Which examples are shown: for the table. */
  async #prepare(): Promise<void> {
    const { task, split: of, seed } = this.#config;
    this.#task = await fetchTask(task);
    this.#shown = new Uint8Array(this.#task.size);
    for (const index of split(this.#task, { ...of, seed }).train) this.#shown[index] = 1;
  }

  #update(): void {
    const { state, record } = this.#run;
    const { button, outcome, understood } = saidOfRun(this.#run, this.#locale);
    this.dataset.state = state;
    write(this.#part("main"), button);
    write(this.#part("outcome"), outcome);
    write(this.#part("trained-by"), trainedBy(this.#run, this.#locale));
    const last = record.metrics.at(-1);
    if (!last) return;
    this.#curve.show(record, { behind: this.#behind() });
    this.#showNetwork(last.step);
    this.#tellTime(last.step);
    if (state === "finished") {
      const cell = this.querySelector(`[data-here="${this.#chosen}"]`) as HTMLElement;
      cell.textContent = understood;
    }
  }

  #showNetwork(step: number): void {
    const { predictions } = this.#run;
    if (!this.#task || predictions.length === 0) return;
    this.#part("pictures").hidden = false;
    this.#table.show({ task: this.#task, shown: this.#shown, predictions, step });
    this.#showCell();
    this.#waves.show(this.#run);
    this.#showAttention();
  }

  #showCell(): void {
    if (!this.#task) return;
    const { predictions } = this.#run;
    const { selected } = this.#table;
    const words = demoWords[this.#locale];
    write(this.#part("readout"), saidOfCell(this.#task, selected, this.#shown, predictions, words));
  }

  #showAttention(): void {
    const { weights } = this.#run;
    const { model } = this.#config;
    if (!weights || model.kind !== "transformer") return;
    this.#part("attention").hidden = false;
    const rows = attentionShares(weights, model.heads).map((shares, i) => {
      const row = document.createElement("tr");
      const head = Object.assign(document.createElement("th"), { scope: "row" });
      head.textContent = String(i + 1);
      row.append(head);
      for (const share of shares) row.insertCell().textContent = percent(share, this.#locale);
      return row;
    });
    this.#part("heads").replaceChildren(...rows);
  }

  /** Says how long it will take; of a long run before it goes on. */
  #tellTime(step: number): void {
    const { state, waits, takenOver, record } = this.#run;
    if (state !== "running" || waits) {
      this.#watch.begin();
      return;
    }
    if (takenOver !== this.#watched) this.#watch = new Stopwatch();
    this.#watched = takenOver;
    this.#watch.read(step, performance.now());
    const { perStep } = this.#watch;
    if (perStep === undefined) return;
    const { measured } = this.#offer;
    const left = record.generalisedAt === null ? secondsLeft(perStep, step, measured) : null;
    write(
      this.#part("pace"),
      left === null ? "" : this.#words.transformerRun.pace(perStep, left, measured),
    );
    if (left === null || left < long || this.#asked) return;
    this.#asked = true;
    this.#run.pause();
    this.#part("pace").append(" ", this.#words.transformerRun.asks);
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

customElements.define("transformer-run", TransformerRun);
