import { fetchTask, InputError, type Task } from "@grokscape/group-datasets";
import { settingsWords } from "@grokscape/trainer/settings";
import { connectTraining, type RemoteTraining } from "@grokscape/trainer/worker";
import { drawPhase } from "../article/draw-phase.ts";
import { drawCurve } from "../demo/curve.ts";
import { count } from "../demo/numbers.ts";
import { write } from "../demo/write.ts";
import { configOf } from "../lab/draft.ts";
import { LiveView } from "../live/live-view.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import {
  type Asked,
  type Fault,
  type Run,
  readFile,
  readLines,
  type Skipped,
} from "./handed-in.ts";
import {
  curvesOf,
  differing,
  distinct,
  groupsOf,
  identity,
  type PictureName,
  picturesOf,
  trialsOf,
} from "./together.ts";
import { type ResultsWords, resultsWords } from "./words/results.ts";

/** Larger tables of examples try the page's patience. */
const mostExamples = 40_000;

/** Milliseconds between two signs of life of a run. */
const patience = 400;

/** `<class-results>`: what a class has found, in one picture; its markup is `ClassResults.astro`. */
class ClassResults extends HTMLElement {
  #locale!: Locale;
  #words!: ResultsWords;
  #view!: LiveView;
  #training?: RemoteTraining;
  /** Of files, and of links trained already. */
  #runs: Run[] = [];
  #skipped: Skipped[] = [];
  #tasks = new Map<string, Task>();
  #picture?: PictureName;
  /** Tells a loop that it is to end. */
  #turn = 0;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#words = resultsWords[this.#locale];
    this.#view = new LiveView(this.#part("picture"), () => this.#drawing(), false);
    this.#part("plot").addEventListener("click", () => this.#readLinks());
    this.#part("stop").addEventListener("click", () => this.#stop());
    this.#part("clear").addEventListener("click", () => this.#clear());
    const files = this.#part("files") as HTMLInputElement;
    files.addEventListener("change", () => this.#readFiles([...(files.files ?? [])]));
    this.#part("pictures").addEventListener("change", ({ target }) => {
      this.#picture = (target as HTMLInputElement).value as PictureName;
      this.#show();
    });
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.dataset.over = "";
    });
    this.addEventListener("dragleave", () => delete this.dataset.over);
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      delete this.dataset.over;
      this.#readFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  /** The runs that the picture shows. */
  get runs(): readonly Run[] {
    return distinct(this.#runs).runs;
  }

  async #readFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const read = readFile(file.name, await file.text());
      if ("why" in read) this.#skipped.push(read);
      else if (await this.#taskOf(read.name, read.config.task)) this.#runs.push(read);
    }
    this.#show();
  }

  async #readLinks(): Promise<void> {
    const field = this.#part("lines") as HTMLTextAreaElement;
    const { asked, skipped } = readLines(field.value);
    this.#skipped.push(...skipped);
    field.value = "";
    this.#show();
    const turn = ++this.#turn;
    this.#part("stop").hidden = false;
    for (const [i, one] of asked.entries()) {
      if (turn !== this.#turn) break;
      await this.#train(one, turn, `${i + 1}/${asked.length}`);
    }
    if (turn === this.#turn) this.#stop();
  }

  async #train({ name, draft }: Asked, turn: number, place: string): Promise<void> {
    const task = await this.#taskOf(name, draft.task);
    if (!task) return;
    const config = configOf(draft, task.size);
    const known = this.#runs.find((run) => identity(run.config) === identity(config));
    if (known) {
      this.#runs.push({ ...known, name });
      return;
    }
    try {
      this.#training ??= connectTraining(
        new Worker(new URL("../live/training.worker.ts", import.meta.url), { type: "module" }),
      );
      const run = await this.#training.open(config);
      for (;;) {
        const { rows, record } = await run.advance(Number.POSITIVE_INFINITY, patience);
        if (turn !== this.#turn) return;
        const step = (record?.metrics ?? rows).at(-1)?.step ?? 0;
        write(this.#part("state"), this.#words.training(name, place, count(step)));
        if (record) {
          this.#runs.push({ ...record, name });
          break;
        }
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#skip(name, { fault: "config", message: (error as Error).message });
    }
    this.#show();
  }

  /** undefined if there is none that a page can look at; that is then said. */
  async #taskOf(name: string, id: string): Promise<Task | undefined> {
    const known = this.#tasks.get(id);
    if (known) return known;
    try {
      const task = await fetchTask(id);
      if (task.size > mostExamples) {
        this.#skip(name, { fault: "config", message: this.#words.tooLarge(id) });
        return undefined;
      }
      this.#tasks.set(id, task);
      return task;
    } catch (error) {
      const isUnknown = error instanceof InputError;
      const message = isUnknown ? this.#words.noTask(id) : (error as Error).message;
      this.#skip(name, { fault: "config", message });
      return undefined;
    }
  }

  #skip(name: string, why: Fault): void {
    this.#skipped.push({ name, why });
    this.#show();
  }

  #stop(): void {
    this.#turn++;
    this.#training?.terminate();
    this.#training = undefined;
    this.#part("stop").hidden = true;
    this.#show();
  }

  #clear(): void {
    this.#runs = [];
    this.#skipped = [];
    this.#picture = undefined;
    this.#stop();
  }

  get #trials() {
    return trialsOf(this.runs, this.#tasks);
  }

  #show(): void {
    const { runs, repeated } = distinct(this.#runs);
    const words = this.#words;
    const understood = runs.filter(({ generalisedAt }) => generalisedAt !== null).length;
    write(
      this.#part("state"),
      runs.length === 0 ? words.nothing : words.found(runs.length, understood, repeated),
    );
    this.#part("skipped").hidden = this.#skipped.length === 0;
    this.#part("skipped-list").replaceChildren(
      ...this.#skipped.map(({ name, why }) =>
        Object.assign(document.createElement("li"), { textContent: words.skipped(name, why) }),
      ),
    );
    const pictures = picturesOf(runs, this.#trials);
    if (!this.#picture || !pictures.includes(this.#picture)) this.#picture = pictures[0];
    this.#part("pictures").hidden = pictures.length < 2;
    for (const choice of this.#part("pictures").querySelectorAll<HTMLInputElement>("input")) {
      choice.checked = choice.value === this.#picture;
      (choice.parentElement as HTMLElement).hidden = !pictures.some(
        (name) => name === choice.value,
      );
    }
    if (runs.length === 0) this.#view.clear();
    else this.#view.update();
    this.#showNumbers();
  }

  /** By what the runs are told apart, and how that is called. */
  get #settings(): Parameters<typeof groupsOf> {
    const { runs } = this;
    const words = settingsWords[this.#locale].setting;
    const by = differing(runs);
    return [
      runs,
      by.length > 0 ? by : ["task"],
      (key) => words[key === "gradientFilters" ? "gradientFilters.kind" : key].name,
    ];
  }

  async #drawing() {
    const { milestoneSpread } = await import("@grokscape/viz");
    const language = this.#locale;
    const { runs } = this;
    if (this.#picture === "curves") {
      return (width: number, document?: Document) => drawCurve(runs, language, width, { document });
    }
    if (this.#picture === "phase") return drawPhase(this.#trials, [], "share", language);
    if (this.#picture === "each") {
      const behind = curvesOf(...this.#settings);
      return (width: number, document?: Document) =>
        drawCurve([], language, width, { document, behind });
    }
    const groups = groupsOf(...this.#settings);
    return (width: number, document?: Document) =>
      milestoneSpread(groups, { language, width, document });
  }

  async #showNumbers(): Promise<void> {
    const { milestoneSpreadTable } = await import("@grokscape/viz");
    const table = milestoneSpreadTable(groupsOf(...this.#settings), { language: this.#locale });
    this.#part("numbers").replaceChildren(...(this.runs.length > 0 ? [table] : []));
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

customElements.define("class-results", ClassResults);
