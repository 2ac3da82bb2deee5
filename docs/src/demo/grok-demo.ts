import { split, type Task, task as taskById } from "@grokscape/group-datasets";
import type { Best } from "@grokscape/theory";
import type { EarlierRun } from "@grokscape/viz";
import { EarlierRuns } from "../live/earlier-runs.ts";
import type { Moment } from "../live/history.ts";
import { LiveRun } from "../live/live-run.ts";
import { Scrubber } from "../live/scrubber.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import { Announcer } from "./announcer.ts";
import { CurveView } from "./curve-view.ts";
import { count, wholePercent } from "./numbers.ts";
import { type Parts, partsOf } from "./parts.ts";
import {
  type DemoConfig,
  demoConfig,
  fractionRange,
  type OfferedTask,
  offeredTasks,
} from "./settings.ts";
import { showAgreement, showForecast, showMeasured, showNumbers } from "./show.ts";
import { inspectTable, saidOfCell } from "./table-inspector.ts";
import { TableView } from "./table-view.ts";
import { type DemoWords, demoWords } from "./words/index.ts";
import { write } from "./write.ts";

/** Milliseconds between the table coming into view and the run starting by itself. */
const pause = 1200;

/** `<grok-demo data-locale="en">`: trains in the page; its markup is `GrokDemo.astro`. */
class GrokDemo extends HTMLElement {
  #locale!: Locale;
  #words!: DemoWords;
  #parts!: Parts;
  #run!: LiveRun;
  #table!: TableView;
  #curve!: CurveView;
  #announcer!: Announcer;
  /** Over the answers to go back to. */
  #scrubber!: Scrubber<Uint16Array>;
  #task!: Task;
  #config!: DemoConfig;
  #shown = new Uint8Array();
  /** The best that any learner could do; undefined until a run is chosen or has ended. */
  #best?: Best | null;
  #untouched = true;
  /** The run that the server drew pale, as it was measured: that of the settings chosen at first. */
  #measured!: EarlierRun;
  #first!: DemoConfig;
  /** Name of the settings that run, or ran last. */
  #ran = "";
  readonly #earlier = new EarlierRuns();

  /** What is measured so far. */
  get record() {
    return this.#run.record;
  }

  /** Whether rows are under way. */
  get busy(): boolean {
    return this.#run.busy;
  }

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#words = demoWords[this.#locale];
    const parts = partsOf(this);
    this.#parts = parts;
    this.#run = new LiveRun(this, () => this.#update());
    this.#table = new TableView(parts.table, this.#locale);
    this.#curve = new CurveView(parts.curve, this.#locale);
    this.#announcer = new Announcer(parts.live, this.#words);
    const says = (step: number) => this.#words.moment(count(step));
    this.#scrubber = new Scrubber(parts.moments, says, () => {
      this.#run.pause();
      this.#showTable();
    });

    parts.tasks.addEventListener("change", () => this.#chooseAnew());
    parts.slider.addEventListener("input", () => this.#chooseAnew());
    parts.main.addEventListener("click", () => this.#press());
    parts.reset.addEventListener("click", () => this.#reset());
    inspectTable(
      parts.table,
      this.#table,
      () => this.#task.classes,
      () => this.#updateReadout(),
    );
    this.#measured = JSON.parse(parts.curve.dataset.measured as string) as EarlierRun;
    this.#first = demoConfig(offeredTasks[0], fractionRange.chosen);
    this.#choose();
    const isEmbedded = document.documentElement.dataset.embed !== undefined;
    if (this.dataset.autostart !== undefined && !isEmbedded) this.#startWhenSeen();
  }

  disconnectedCallback(): void {
    this.#run.dispose();
  }

  /** Reads from the controls which run is to be trained, and forgets the one before. */
  #choose(): void {
    const { tasks, slider } = this.#parts;
    const id = tasks.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
    if (id !== this.#task?.id) this.#task = taskById(id);
    this.#config = demoConfig(id, slider.valueAsNumber);
    this.#shown = new Uint8Array(this.#task.size);
    const { train } = split(this.#task, { ...this.#config.split, seed: this.#config.seed });
    for (const index of train) this.#shown[index] = 1;
    this.#best = undefined;
    this.#clear();
  }

  /** Takes over a task or fraction that the reader has chosen, and forecasts that run. */
  async #chooseAnew(): Promise<void> {
    this.#choose();
    const task = this.#task;
    const config = this.#config;
    const { tasks, says, track } = this.#parts;
    const { from, to } = tasks.querySelector<HTMLInputElement>("input:checked")!.dataset;
    says.textContent = this.#words.tasks[task.id as OfferedTask].says;
    track.style.setProperty("--from", from!);
    track.style.setProperty("--to", to!);
    const { forecast } = await import("./forecast.ts");
    if (config !== this.#config) return;
    const said = forecast(task, config, this.#locale);
    this.#best = said.best;
    showForecast(this.#parts, said, this.#words, this.#locale);
  }

  #press(): void {
    const { state } = this.#run;
    if (state === "running") {
      this.#run.pause();
      this.#announcer.say("paused");
    } else if (state === "paused") this.#run.resume();
    else if (state !== "loading") {
      this.#clear();
      this.#ran = this.#name();
      this.#run.start(this.#config);
    }
  }

  #reset(): void {
    this.#clear();
    this.#announcer.say("reset");
    this.#parts.main.focus();
  }

  /** The settings in short: "Z₂₃, 60 %". */
  #name(): string {
    const { task, split } = this.#config;
    const { symbol } = this.#words.tasks[task as OfferedTask];
    return `${symbol}, ${wholePercent(split.fraction, this.#locale)}`;
  }

  /** What is drawn pale: the curve of the ledger where it has one, and the reader's runs of other settings. */
  #behind(): readonly EarlierRun[] {
    const { task, split } = this.#config;
    const isFirst = task === this.#first.task && split.fraction === this.#first.split.fraction;
    return [...(isFirst ? [this.#measured] : []), ...this.#earlier.except(this.#name())];
  }

  #clear(): void {
    this.#earlier.keep(this.#ran, this.#run.record);
    this.#scrubber.clear();
    this.#run.reset();
    this.#announcer.clear();
    const behind = this.#behind();
    this.#curve.clear();
    const isAsServed = behind.length === 1 && behind[0] === this.#measured;
    if (!isAsServed) this.#curve.show(this.#run.record, { behind });
    this.#parts.numbers.replaceChildren();
  }

  /** Shows the run as it stands. */
  #update(): void {
    const { state, record, predictions } = this.#run;
    const { button } = this.#words;
    const { main, reset } = this.#parts;
    this.dataset.state = state;
    const does = {
      idle: button.start,
      loading: button.loading,
      running: button.pause,
      paused: button.resume,
      finished: button.again,
      failed: button.again,
    };
    write(main, this.#run.waits ? button.waiting : does[state]);
    main.setAttribute("aria-disabled", String(state === "loading"));
    reset.disabled = state === "idle";
    const step = record.metrics.at(-1)?.step ?? 0;
    if (predictions.length > 0 && state !== "paused") this.#scrubber.add(step, predictions);
    this.#showTable();
    showMeasured(this.#parts, this.#run, this.#words, this.#locale);
    if (state === "failed") this.#announcer.fail(this.#run.error);
    if (record.metrics.length === 0) return;
    this.#curve.show(record, { ceiling: this.#best?.bestAccuracy, behind: this.#behind() });
    this.#announcer.follow(record);
    if ("stopped" in record)
      showAgreement(this.#parts, record, this.#task, this.#words, this.#locale);
    if (state === "paused" || state === "finished") {
      showNumbers(this.#parts, record, this.#locale);
    }
  }

  /** The table at the moment that the reader went to, which is the last one while it trains. */
  #showTable(): void {
    const { step, seen: predictions } = this.#moment;
    const unknowable = this.#best?.unknowable;
    this.#table.show({ task: this.#task, shown: this.#shown, unknowable, predictions, step });
    this.#updateReadout();
  }

  get #moment(): Moment<Uint16Array> {
    return this.#scrubber.moment ?? { step: 0, seen: this.#run.predictions };
  }

  #updateReadout(): void {
    const { selected } = this.#table;
    const { seen: predictions } = this.#moment;
    write(
      this.#parts.readout,
      saidOfCell(this.#task, selected, this.#shown, predictions, this.#words),
    );
  }

  /** Starts the run when it is first in view, unless the reader was quicker or asked for less motion or data. */
  #startWhenSeen(): void {
    const { connection } = navigator as { connection?: { saveData: boolean } };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || connection?.saveData) return;
    const seen = new IntersectionObserver(
      async ([entry]) => {
        if (!entry.isIntersecting) return;
        seen.disconnect();
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (this.#untouched && this.isConnected) this.#press();
      },
      { threshold: 0.5 },
    );
    seen.observe(this.#parts.table);
    for (const event of ["input", "click"]) {
      this.addEventListener(event, () => {
        this.#untouched = false;
      });
    }
  }
}

customElements.define("grok-demo", GrokDemo);
