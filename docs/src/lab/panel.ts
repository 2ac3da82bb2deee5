import { InputError, split, type Task } from "@grokscape/group-datasets";
import { type Caveat, explain, type Prediction, predict } from "@grokscape/theory";
import { WavesView } from "../article/waves-view.ts";
import { CurveView } from "../demo/curve-view.ts";
import { count, percent, wholePercent } from "../demo/numbers.ts";
import { answer, inspectTable, product } from "../demo/table-inspector.ts";
import { TableView } from "../demo/table-view.ts";
import { demoWords } from "../demo/words/index.ts";
import { LiveRun } from "../live/live-run.ts";
import type { Pace } from "../live/pace.ts";
import type { Locale } from "../site/locales.ts";
import { configOf } from "./config.ts";
import type { Settings } from "./settings.ts";
import { labTask, mostExamples } from "./task.ts";
import type { Warning } from "./warnings.ts";
import { type LabWords, labWords } from "./words/index.ts";

/** Larger tables have marks too small to see. */
const largestTable = 127;

/** Why a verdict is that on another network or training. */
const borrowed: readonly Caveat[] = ["network", "loss", "recipe"];

/** One run of the laboratory: what is expected of it, and what came. */
export class Panel {
  readonly run: LiveRun;
  settings!: Settings;
  task?: Task;
  prediction?: Prediction;
  warnings: readonly Warning[] = [];
  /** Whether there can be such a run, as far as is known. */
  possible = true;

  readonly #root: HTMLElement;
  readonly #locale: Locale;
  readonly #words: LabWords;
  readonly #curve: CurveView;
  readonly #table: TableView;
  readonly #waves: WavesView;
  readonly #changed: () => void;
  #shown = new Uint8Array();

  constructor(root: HTMLElement, lab: Element, locale: Locale, changed: () => void) {
    this.#root = root;
    this.#locale = locale;
    this.#words = labWords[locale];
    this.#changed = changed;
    const canvas = this.#part("table") as HTMLCanvasElement;
    this.#curve = new CurveView(this.#part("curve"), locale);
    this.#table = new TableView(canvas);
    this.#waves = new WavesView(this.#part("waves"), locale, () => this.settings.task);
    this.#part("nodes").addEventListener("toggle", () => this.#showNodes());
    inspectTable(
      canvas,
      this.#table,
      () => this.task?.classes ?? 1,
      () => this.#showCell(),
    );
    this.run = new LiveRun(lab, () => this.#update(), ["weights"]);
  }

  /** Other settings: another run. */
  async choose(settings: Settings): Promise<void> {
    this.settings = settings;
    this.possible = true;
    this.rewind();
    let task: Task | undefined;
    let failure = "";
    try {
      task = await labTask(settings.task);
      if (task.size > mostExamples) {
        failure = this.#words.tooLarge(count(task.size), count(mostExamples));
        task = undefined;
      }
    } catch {
      failure = this.#words.noTask;
    }
    const { prevents, warnings } = await import("./warnings.ts");
    if (settings !== this.settings) return;
    this.task = task;
    this.prediction = task && predicted(settings, task);
    this.warnings = task ? warnings(settings, task, this.prediction) : [];
    this.possible = task !== undefined && !this.warnings.some(prevents);
    this.#shown = new Uint8Array(task?.size ?? 0);
    if (task && this.possible) {
      const { train } = split(task, {
        ...configOf(settings, task.size).split,
        seed: settings.seed,
      });
      for (const index of train) this.#shown[index] = 1;
    }
    this.#showPrediction(failure);
    this.#update();
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
    this.run.reset();
    this.#curve.clear();
    this.#waves.clear();
  }

  /** The picture of the run as it stands. */
  picture(): SVGSVGElement | null {
    return this.#part("curve").querySelector("svg:last-of-type");
  }

  #begin(run: (config: ReturnType<typeof configOf>) => void): void {
    if (this.task) run(configOf(this.settings, this.task.size));
  }

  /** @param failure why there is no task */
  #showPrediction(failure: string): void {
    const words = this.#words;
    const prediction = this.possible ? this.prediction : undefined;
    const { verdict, stages, caveats = [] } = prediction ?? {};
    const says = this.#part("verdict");
    says.textContent = failure
      ? failure
      : !this.possible
        ? words.impossible
        : caveats.includes("transformer")
          ? words.predicted.transformer
          : words.predicted[verdict?.outcome ?? "nothing"];
    says.dataset.outcome = verdict?.outcome ?? "";
    const expected = stages?.at(-1)?.from?.value;
    const carriedOver = verdict && caveats.some((caveat) => borrowed.includes(caveat));
    this.#part("expected").textContent =
      expected !== undefined
        ? words.expected(count(Math.round(expected)))
        : carriedOver
          ? words.carriedOver
          : "";
    this.#mark("mark-expected", expected ?? null);
    const passages = prediction ? explain(prediction, this.#locale) : [];
    this.#part("passages").replaceChildren(
      ...passages.map(({ text }) =>
        Object.assign(document.createElement("p"), { textContent: text }),
      ),
    );
    this.#part("in-full").hidden = passages.length === 0;
    this.#part("nodes-say").textContent = this.#words.nodesSay[this.settings.kind];
  }

  #update(): void {
    const { state, record, predictions, error } = this.run;
    this.#root.dataset.state = state;
    this.#mark("mark-memorised", record.memorisedAt);
    this.#mark("mark-understood", record.generalisedAt);
    const last = record.metrics.at(-1);
    const words = this.#words;
    const number = (value: number | null) => (value === null ? null : count(value));
    this.#part("outcome").textContent =
      state === "failed"
        ? words.failed(error)
        : state === "loading"
          ? words.loading
          : last === undefined
            ? words.notRun
            : state === "finished"
              ? words.ended(
                  number(record.memorisedAt),
                  number(record.generalisedAt),
                  count(last.step),
                )
              : words.now(
                  count(last.step),
                  percent(last.trainAccuracy, this.#locale),
                  percent(last.testAccuracy, this.#locale),
                );
    if (last) this.#curve.show(record);
    const { task } = this;
    const drawn = task?.group !== undefined && task.classes <= largestTable;
    this.#part("table-figure").hidden = !drawn;
    if (drawn) this.#table.show({ task, shown: this.#shown, predictions });
    this.#showCell();
    this.#showNodes();
    this.#changed();
  }

  /** The nodes of the first layer, where there are symbols of a group for them to answer to. */
  #showNodes(): void {
    const nodes = this.#part("nodes") as HTMLDetailsElement;
    nodes.hidden = this.task?.group === undefined;
    if (nodes.open && !nodes.hidden && this.run.weights) this.#waves.show(this.run);
  }

  #showCell(): void {
    const { task } = this;
    const { selected } = this.#table;
    if (!task?.group) return;
    const words = demoWords[this.#locale];
    const said = this.run.predictions;
    this.#part("readout").textContent =
      selected === null
        ? words.tableHint
        : words.cell(
            product(task, selected),
            this.#shown[selected] === 1,
            said.length > 0 ? answer(task, said[selected]!) : null,
          );
  }

  /** Moves a mark of the timeline to a step, spaced by its logarithm. */
  #mark(name: string, step: number | null): void {
    const mark = this.#part(name);
    const place = step === null ? 0 : Math.log(Math.max(1, step)) / Math.log(this.settings.steps);
    mark.hidden = step === null || place > 1;
    mark.style.left = `${(100 * place).toFixed(2)}%`;
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-part=${name}]`) as HTMLElement;
  }

  /** "317 of 529; the author's code puts the border at 37 %". */
  shownOf(): string {
    const { prediction, task } = this;
    if (!prediction || !task) return "";
    const { data, critical } = prediction;
    const fraction = critical?.authorFraction.value;
    return this.#words.shownOf(
      count(data.count.value),
      count(task.size),
      fraction === undefined ? null : wholePercent(Math.min(1, fraction), this.#locale),
    );
  }
}

/** What the theory says; undefined if so many examples cannot be shown. */
function predicted(settings: Settings, task: Task): Prediction | undefined {
  try {
    return predict(task, configOf(settings, task.size));
  } catch (error) {
    if (error instanceof InputError) return undefined; // the split shows nothing, or all
    throw error;
  }
}
