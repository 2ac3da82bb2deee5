import { CurveView } from "../demo/curve-view.ts";
import { count } from "../demo/numbers.ts";
import { write } from "../demo/write.ts";
import { type LiveRecord, LiveRun } from "../live/live-run.ts";
import { eased } from "../live/pace.ts";
import { localeOf } from "../site/locales.ts";
import { type Mark, markOf } from "./mark.ts";
import type { Trial } from "./trials.ts";
import { type PredictWords, predictWords } from "./words/predict.ts";

/** `<predict-run>`: a number is foretold, the run is made, the mark is given; its markup is `PredictRun.astro`. */
class PredictRun extends HTMLElement {
  #words!: PredictWords;
  #trial!: Trial;
  #run!: LiveRun;
  #curve!: CurveView;
  #guess = 0;

  connectedCallback(): void {
    const locale = localeOf(this.dataset.locale);
    this.#words = predictWords[locale];
    this.#trial = JSON.parse(this.dataset.trial as string) as Trial;
    this.#run = new LiveRun(this, () => this.#update());
    this.#run.pace = () => eased(Math.max(120, this.#trial.measured.most / 9));
    this.#curve = new CurveView(this.#part("curve"), locale);
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#begin();
    });
  }

  disconnectedCallback(): void {
    this.#run.dispose();
  }

  /** What is measured so far. */
  get record(): LiveRecord {
    return this.#run.record;
  }

  #begin(): void {
    const { state } = this.#run;
    if (state === "running") this.#run.pause();
    if (state === "paused") this.#run.resume();
    if (state !== "idle" && state !== "failed") return;
    const { value, config } = this.#trial;
    this.#guess = this.#field.valueAsNumber;
    this.#field.disabled = true;
    this.#run.start(value === "count" ? { ...config, split: { count: this.#guess } } : config);
  }

  #update(): void {
    const { state, record, error } = this.#run;
    const words = this.#words;
    const button = this.#part("main") as HTMLButtonElement;
    this.dataset.state = state;
    button.disabled = state === "finished";
    write(button, this.#run.waits ? words.button.waiting : words.button[state]);
    const last = record.metrics.at(-1);
    if (last) this.#curve.show(record);
    write(
      this.#part("outcome"),
      state === "failed" ? words.failed(error) : last ? words.step(count(last.step)) : "",
    );
    if (state === "finished") this.#give(record);
  }

  #give(record: LiveRecord): void {
    const { value, measured } = this.#trial;
    const words = this.#words;
    const came =
      value === "count"
        ? measured.middle
        : value === "testAccuracy"
          ? 100 * (record.metrics.at(-1)?.testAccuracy ?? 0)
          : record[value];
    if (came === null) {
      write(this.#part("outcome"), words.neverCame);
      return;
    }
    const mark: Mark = markOf(this.#guess, came, measured);
    this.dataset.grade = mark.grade;
    const text = (number: number) => count(Math.round(number));
    const sentences = [
      value === "count" && words.withSoMany(count(this.#guess), record.generalisedAt !== null),
      words.came[value](text(came)),
      words.difference(text(Math.abs(mark.difference)), Math.sign(Math.round(mark.difference))),
      words.measured[value](text(measured.least), text(measured.most), count(measured.runs)),
      words.grade[mark.grade],
    ];
    write(this.#part("outcome"), sentences.filter(Boolean).join(words.between));
    this.dispatchEvent(new CustomEvent("marked", { bubbles: true }));
  }

  get #field(): HTMLInputElement {
    return this.#part("guess") as HTMLInputElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

customElements.define("predict-run", PredictRun);

for (const score of document.querySelectorAll<HTMLElement>("[data-score]")) {
  const words = predictWords[localeOf(score.dataset.locale)];
  const all = document.querySelectorAll<HTMLElement>("predict-run");
  document.addEventListener("marked", () => {
    const marked = [...all].filter(({ dataset }) => dataset.grade !== undefined);
    const inside = marked.filter(({ dataset }) => dataset.grade === "inside").length;
    const near = marked.filter(({ dataset }) => dataset.grade === "near").length;
    write(score, words.score(inside, near, marked.length, all.length));
  });
}
