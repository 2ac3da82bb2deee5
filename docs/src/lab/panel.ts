import { fetchTask, InputError, type Task } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import type { EarlierRun } from "@grokscape/viz";
import { WeightsView } from "../article/weights-view.ts";
import { CurveView } from "../demo/curve-view.ts";
import { count, percent } from "../demo/numbers.ts";
import { inspectTable, saidOfCell } from "../demo/table-inspector.ts";
import { TableView } from "../demo/table-view.ts";
import { demoWords } from "../demo/words/index.ts";
import { write } from "../demo/write.ts";
import { chosenCard } from "../live/card.ts";
import { idle } from "../live/idle.ts";
import { LiveRun } from "../live/live-run.ts";
import type { Pace } from "../live/pace.ts";
import { trainedBy } from "../live/trained-by.ts";
import type { Locale } from "../site/locales.ts";
import { notation } from "../site/notation.ts";
import { courseOf } from "./address.ts";
import { configOf, type Draft } from "./draft.ts";
import { measuredCurve } from "./measured-curves.ts";
import type { Outlook } from "./outlook.ts";
import { outlookWords, placeOf } from "./outlook-words.ts";
import type { OutlookService } from "./outlooks.ts";
import { type LabWords, labWords } from "./words/index.ts";

/** Larger tables have marks too small to see. */
const largestTable = 127;

/** Larger tables of examples try the page's patience. */
const mostExamples = 40_000;

/** Where curve, table and verdict have one screen to share, as in the style sheet. */
const narrow = matchMedia("(max-width: 43.99rem)");

/** One run of the laboratory: what is expected of it, and what came. */
export class Panel {
  readonly run: LiveRun;
  draft!: Draft;
  task?: Task;
  /** What is known of the run; that of the one before until it is. */
  outlook?: Outlook;
  /** Why nothing is known. */
  failure?: string;
  /** Whether there can be such a run, as far as is known. */
  possible = true;

  readonly #root: HTMLElement;
  readonly #locale: Locale;
  readonly #words: LabWords;
  readonly #curve: CurveView;
  readonly #table: TableView;
  readonly #waves: WeightsView;
  readonly #network: WeightsView;
  readonly #outlooks: OutlookService;
  readonly #changed: () => void;
  #shown: Uint8Array = new Uint8Array();
  #reach = 0;
  /** The run as the ledger has it, drawn pale. */
  #behind: readonly EarlierRun[] = [];
  /** In words, once a run has ended and was judged. */
  #agreement?: string;
  /** Resolves when what was chosen last is known. */
  #chosen = Promise.resolve();

  constructor(
    root: HTMLElement,
    lab: Element,
    locale: Locale,
    outlooks: OutlookService,
    changed: () => void,
  ) {
    this.#outlooks = outlooks;
    this.#root = root;
    this.#locale = locale;
    this.#words = labWords[locale];
    this.#changed = changed;
    const table = this.#part("table");
    this.#curve = new CurveView(this.#part("curve"), locale);
    this.#table = new TableView(table, locale, () => !narrow.matches);
    const task = () => this.draft.task;
    this.#waves = new WeightsView(this.#part("waves"), locale, task);
    this.#network = new WeightsView(this.#part("network"), locale, task, "network");
    this.#part("nodes").addEventListener("toggle", () => this.#showNodes());
    inspectTable(
      table,
      this.#table,
      () => this.task?.classes ?? 1,
      () => this.#showCell(),
    );
    this.run = new LiveRun(lab, () => this.#update(), ["weights"]);
    this.run.chooseCard = chosenCard;
  }

  /** Other settings: another run. */
  choose(draft: Draft): void {
    this.#chosen = this.#choose(draft);
  }

  /** What was asked for is no run: nothing is expected of it, and it cannot start. */
  refuse(failure: string): void {
    this.draft = { ...this.draft };
    this.rewind();
    this.outlook = undefined;
    this.failure = failure;
    this.possible = false;
    this.#showOutlook();
    this.#update();
  }

  /** The last step measured. */
  get last(): number {
    return this.run.record.metrics.at(-1)?.step ?? 0;
  }

  /** Draws the steps up to this one at least, as the picture beside it does. */
  reach(step: number): void {
    if (step === this.#reach) return;
    this.#reach = step;
    if (this.last > 0) this.#drawCurve();
  }

  #drawCurve(): void {
    const ceiling = this.outlook?.best?.bestAccuracy;
    const captioned = !narrow.matches;
    const choices = { until: this.#reach, ceiling, captioned, behind: this.#behind };
    this.#curve.show(this.run.record, choices);
  }

  /** What there is before a run: the curve that was measured, which the server draws of the first page's. */
  #drawNoRun(): void {
    const { served } = this.#part("curve").dataset;
    this.#curve.clear();
    const isServed =
      served === undefined ? this.#behind.length === 0 : courseOf(this.draft) === served;
    if (!isServed) this.#drawCurve();
  }

  async #showMeasured(): Promise<void> {
    const { draft } = this;
    const curve = await measuredCurve(draft);
    if (draft !== this.draft || !curve) return;
    const name = this.#part("curve").dataset.measured as string;
    this.#behind = [{ name, ...curve }];
    if (this.run.record.metrics.length > 0) this.#drawCurve();
    else this.#drawNoRun();
  }

  async #choose(draft: Draft): Promise<void> {
    this.draft = draft;
    this.possible = true;
    this.#behind = [];
    this.rewind();
    const { task, outlook, failure } = await this.#lookAt(draft);
    if (draft !== this.draft) return;
    if (courseOf(draft) !== this.#part("curve").dataset.served) this.#showMeasured();
    this.task = task;
    this.outlook = outlook;
    this.failure = failure;
    this.possible = outlook?.possible ?? task !== undefined;
    this.#shown = outlook?.shown ?? new Uint8Array(task?.size ?? 0);
    this.#showOutlook();
    this.#update();
  }

  async #lookAt(
    draft: Draft,
  ): Promise<{ readonly task?: Task; readonly outlook?: Outlook; readonly failure?: string }> {
    const words = this.#words;
    await idle();
    let task: Task;
    try {
      task = await fetchTask(draft.task);
    } catch (error) {
      const isUnknown = error instanceof InputError;
      return { failure: isUnknown ? words.noTask : words.failed((error as Error).message) };
    }
    if (task.size > mostExamples) {
      return { failure: words.tooLarge(count(task.size), count(mostExamples)) };
    }
    try {
      return { task, outlook: await this.#outlooks.outlook(draft, this.#locale) };
    } catch (error) {
      return { task, failure: words.failed((error as Error).message) };
    }
  }

  /** Starts, pauses or goes on. */
  press(): void {
    const { state } = this.run;
    if (state === "running") this.run.pause();
    else if (state === "paused") this.run.resume();
    else if (state !== "loading") this.#begin((config) => this.run.start(config));
  }

  step(): void {
    if (this.run.state === "finished") return;
    this.#begin((config) => this.run.step(config));
  }

  set pace(pace: () => Pace) {
    this.run.pace = pace;
    if (this.run.state !== "running") return;
    this.run.pause();
    this.run.resume();
  }

  rewind(): void {
    this.#agreement = undefined;
    this.run.reset();
    this.#drawNoRun();
    this.#waves.clear();
    this.#network.clear();
  }

  /** The picture of the run as it stands. */
  picture(): SVGSVGElement | null {
    return this.#part("curve").querySelector("svg:last-of-type");
  }

  async #begin(run: (config: RunConfig) => void): Promise<void> {
    const { draft } = this;
    await this.#chosen;
    if (draft !== this.draft || !this.task || !this.possible) return;
    // that of the first page's run is not asked for until it is drawn here
    if (this.#behind.length === 0) this.#showMeasured();
    run(configOf(draft, this.task.size));
  }

  #showOutlook(): void {
    const { outlook, failure = "" } = this;
    const said = outlook && outlookWords(outlook, this.#words, this.#locale);
    const says = this.#part("verdict");
    write(says, said?.verdict ?? failure);
    says.dataset.outcome = outlook?.expected?.expectation?.outcome ?? "";
    write(this.#part("expected"), said?.expected ?? "");
    this.#mark("mark-expected", outlook?.expected?.expectation?.step?.value);
    const passages = outlook?.expected?.passages ?? [];
    this.#part("passages").replaceChildren(
      ...passages.map((text) =>
        Object.assign(document.createElement("p"), { innerHTML: notation(text) }),
      ),
    );
    this.#part("in-full").hidden = passages.length === 0;
    this.#showAmong(said?.among ?? []);
    write(this.#part("nodes-say"), this.#words.nodesSay[this.draft.model.kind]);
  }

  #showAmong(rows: NonNullable<ReturnType<typeof outlookWords>["among"]>): void {
    const list = this.#part("among");
    list.hidden = rows.length === 0;
    for (const { name, share, count } of rows) {
      const row = list.querySelector(`[data-row=${name}]`) as HTMLElement;
      row.style.setProperty("--share", String(share));
      write(row.querySelector("dd") as Element, count);
    }
  }

  /** The best that any learner could do beside what the network does at present. */
  async #showBeside(): Promise<void> {
    const accuracy = this.run.record.metrics.at(-1)?.testAccuracy;
    const best = this.outlook?.best;
    if (!best || accuracy === undefined) return write(this.#part("beside"), "");
    const { beside } = await import("../demo/judged.ts");
    if (accuracy !== this.run.record.metrics.at(-1)?.testAccuracy) return;
    write(this.#part("beside"), beside(best, accuracy, this.#locale));
  }

  #update(): void {
    const { state, record, error } = this.run;
    this.#root.dataset.state = state;
    this.#mark("mark-memorised", record.memorisedAt);
    this.#mark("mark-understood", record.generalisedAt);
    const last = record.metrics.at(-1);
    const words = this.#words;
    const number = (value: number | null) => (value === null ? null : count(value));
    write(
      this.#part("outcome"),
      state === "failed"
        ? words.failed(error)
        : state === "loading"
          ? words.loading
          : last === undefined
            ? words.notRun
            : state === "finished"
              ? [
                  words.ended(
                    number(record.memorisedAt),
                    number(record.generalisedAt),
                    count(last.step),
                  ),
                  this.#agreement,
                ]
                  .filter(Boolean)
                  .join(this.#locale === "en" ? " " : "")
              : words.now(
                  count(last.step),
                  percent(last.trainAccuracy, this.#locale),
                  percent(last.testAccuracy, this.#locale),
                ),
    );
    write(this.#part("trained-by"), trainedBy(this.run, this.#locale));
    if (last) this.#drawCurve();
    this.#showBeside();
    if (this.task || this.failure) this.#showTable(this.task);
    if (state === "finished" && this.#agreement === undefined) this.#judge();
    this.#changed();
  }

  /** Whether the run that has ended did as it was expected to. */
  async #judge(): Promise<void> {
    this.#agreement = "";
    const { record } = this.run;
    const expectation = this.outlook?.expected?.expectation;
    if (!expectation || !("stopped" in record)) return;
    const { judged } = await import("../demo/judged.ts");
    const agreement = judged(expectation, record, this.#locale);
    if (agreement === undefined || record !== this.run.record) return;
    this.#agreement = agreement;
    this.#update();
  }

  #showTable(task: Task | undefined): void {
    const drawn = task?.group !== undefined && task.classes <= largestTable;
    this.#part("table-figure").hidden = !drawn;
    const { predictions, record } = this.run;
    const step = record.metrics.at(-1)?.step ?? 0;
    const unknowable = this.outlook?.best?.unknowable;
    if (drawn) this.#table.show({ task, shown: this.#shown, unknowable, predictions, step });
    this.#showCell();
    this.#showNodes();
  }

  /** The nodes of the first layer, where there are symbols of a group for them to answer to. */
  #showNodes(): void {
    const nodes = this.#part("nodes") as HTMLDetailsElement;
    nodes.hidden = this.task?.group === undefined;
    if (!nodes.open || nodes.hidden || !this.run.weights) return;
    this.#waves.show(this.run);
    const isMlp = this.draft.model.kind === "mlp";
    this.#part("network").hidden = !isMlp;
    if (isMlp) this.#network.show(this.run);
  }

  #showCell(): void {
    const { task } = this;
    const { selected } = this.#table;
    if (!task?.group) return;
    const { predictions } = this.run;
    const words = demoWords[this.#locale];
    write(this.#part("readout"), saidOfCell(task, selected, this.#shown, predictions, words));
  }

  /** Moves a mark of the timeline to a step. */
  #mark(name: string, step: number | null | undefined): void {
    const mark = this.#part(name);
    const place = placeOf(step, this.draft.steps);
    mark.hidden = place === null;
    mark.style.left = place ?? "0";
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}
