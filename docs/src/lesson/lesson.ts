import { type Task, task as taskById } from "@grokscape/group-datasets";
import { CurveView } from "../demo/curve-view.ts";
import { count } from "../demo/numbers.ts";
import { product } from "../demo/table-inspector.ts";
import { TableView } from "../demo/table-view.ts";
import { write } from "../demo/write.ts";
import { LiveRun } from "../live/live-run.ts";
import { fast } from "../live/pace.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import { gameAt, hashOf } from "./address.ts";
import { boardMarkup } from "./board.ts";
import type { Facts, Kind } from "./facts.ts";
import {
  aidedBy,
  begun,
  cellsOf,
  dealt,
  type Game,
  hasAlphabets,
  isFull,
  newGame,
  pressed,
  puzzleFrom,
  recorded,
  shortName,
  type TableId,
  tables,
} from "./game.ts";
import type { Trial } from "./trial.ts";
import { type LessonWords, lessonWords } from "./words/index.ts";

const theory = () => import("./facts.ts");
type SmallestLesson = ReturnType<Awaited<ReturnType<typeof theory>>["smallestLesson"]>;

/** `<smallest-lesson data-locale="en">`: the game; its markup is `Lesson.astro`. */
class SmallestLessonGame extends HTMLElement {
  #locale!: Locale;
  #words!: LessonWords;
  #game!: Game;
  #task!: Task;
  #facts?: Facts;
  #smallest?: SmallestLesson;
  #before: Game[] = [];
  #run!: LiveRun;
  #trial?: Trial;
  #learned!: TableView;
  #curve!: CurveView;
  /** Whether the theory has not been needed yet. */
  #untouched = true;
  /** Tells an answer of the theory that another question has been asked since. */
  #asked = 0;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#words = lessonWords[this.#locale];
    this.#run = new LiveRun(this, () => this.#showTrial());
    this.#run.pace = fast;
    this.#learned = new TableView(this.#part("learned"), this.#locale);
    this.#curve = new CurveView(this.#part("curve"), this.#locale);
    const board = this.#part("board");
    board.addEventListener("pointerenter", theory, { once: true });
    board.addEventListener("focusin", theory, { once: true });
    board.addEventListener("click", ({ target }) => {
      const cell = (target as HTMLElement).closest<HTMLElement>("[data-cell]");
      if (cell) this.#press(Number(cell.dataset.cell));
    });
    board.addEventListener("keydown", (event) => this.#key(event));
    board.addEventListener("focusin", ({ target }) => this.#rove(target as HTMLElement));
    this.#part("tables").addEventListener("change", () => this.#chooseTable());
    this.#part("alphabets").addEventListener("change", () => this.#chooseTable());
    this.#part("larger").addEventListener("change", ({ target }) => {
      board.toggleAttribute("data-larger", (target as HTMLInputElement).checked);
    });
    this.#on("undo", () => this.#undo());
    this.#on("restart", () => this.#change(begun(this.#game), this.#words.begin));
    this.#on("best", () => this.#showBest());
    this.#on("share", () => this.#copy("shared", this.#game));
    this.#on("train", () => this.#train());
    this.#on("deal", () => {
      const number = this.#input("puzzle");
      if (number.reportValidity()) this.#open(dealt(number.valueAsNumber));
    });
    this.#on("fix", () => this.#open(puzzleFrom(this.#game, this.#mostAsked)));
    this.#on("hand-on", () => this.#copy("handed-on", { ...begun(this.#game), record: null }));
    addEventListener("hashchange", () => this.#restore());
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#run.dispose();
  }

  #restore(): void {
    const { game, damaged } = gameAt(location.hash);
    this.#open(game, damaged === undefined ? undefined : this.#words.damaged(damaged));
  }

  /** Another puzzle. */
  #open(game: Game, says = this.#words.begin): void {
    this.#before = [];
    this.#facts = undefined;
    this.#smallest = undefined;
    this.#forgetTrial();
    if (game.table !== this.#task?.id) {
      this.#task = taskById(game.table);
      const label = this.#words.board(tables[game.table]);
      this.#part("board").innerHTML = boardMarkup(this.#task, label);
      write(this.#part("table-says"), this.#words.says[game.table]);
    }
    this.#check("lesson-table", game.table);
    this.#check("lesson-alphabet", game.alphabet);
    this.#part("alphabets").hidden = !hasAlphabets(game.table);
    this.#part("larger-cells").hidden = this.#task.classes <= 7;
    this.#game = game;
    write(this.#part("says"), says);
    // the page comes with the empty first table, and with its floor
    if (this.#untouched && hashOf(game) === "") this.#draw();
    else this.#look();
  }

  #chooseTable(): void {
    const table = this.#checked("lesson-table") as TableId;
    const alphabet = hasAlphabets(table) ? this.#checked("lesson-alphabet") : "own";
    this.#open(newGame(table, alphabet as Game["alphabet"]));
    this.#remember();
  }

  #press(cell: number): void {
    const { given, shown } = this.#game;
    const words = this.#words;
    if (this.#facts?.kinds[cell] === "follows") {
      this.#showWhy(cell);
      return;
    }
    const taken = shown.includes(cell);
    const refusal = given.includes(cell)
      ? words.isGiven
      : !taken && isFull(this.#game)
        ? words.full(this.#game.most ?? 0)
        : "";
    if (refusal) {
      write(this.#part("says"), refusal);
      return;
    }
    const followed = this.#facts?.counts.follows ?? 0;
    this.#change(
      pressed(this.#game, cell),
      (facts) => {
        const more = facts.counts.follows - followed;
        const sides = this.#sides(cell);
        return words.moved({ ...sides, taken, more: taken ? more - 1 : more });
      },
      cell,
    );
  }

  #change(game: Game, says: string | ((facts: Facts) => string), from?: number): void {
    this.#before.push(this.#game);
    this.#game = game;
    this.#forgetTrial();
    this.#look(says, from);
  }

  #undo(): void {
    const before = this.#before.pop();
    if (!before) return;
    this.#game = { ...before, record: this.#game.record };
    this.#forgetTrial();
    this.#look(this.#words.begin);
  }

  /** Asks the theory what follows, and shows it. @param from where the news spread from */
  async #look(says?: string | ((facts: Facts) => string), from = 0): Promise<void> {
    const asked = ++this.#asked;
    this.#untouched = false;
    const cells = cellsOf(this.#game);
    if (!this.#facts) this.#draw();
    const { factsOf, smallestLesson } = await theory();
    if (asked !== this.#asked) return;
    const { alphabet, given } = this.#game;
    this.#facts = factsOf(this.#task, cells, alphabet);
    this.#smallest ??= smallestLesson(this.#task, given, { alphabet });
    if (this.#facts.complete) this.#game = recorded(this.#game);
    this.#draw(from);
    if (says) write(this.#part("says"), typeof says === "string" ? says : says(this.#facts));
    this.#remember();
  }

  #remember(): void {
    const hash = hashOf(this.#game);
    history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname);
  }

  #draw(from = 0): void {
    const { given } = this.#game;
    const board = this.#part("board");
    const order = this.#task.classes;
    for (const cell of board.querySelectorAll<HTMLElement>("[data-cell]")) {
      const index = Number(cell.dataset.cell);
      const kind = this.#facts?.kinds[index] ?? "uncovered";
      const isGiven = given.includes(index);
      if (kind !== cell.dataset.kind) {
        const far = Math.max(
          Math.abs(Math.floor(index / order) - Math.floor(from / order)),
          Math.abs((index % order) - (from % order)),
        );
        cell.style.setProperty("--wait", `${far * 60}ms`);
        cell.dataset.kind = kind;
      }
      cell.toggleAttribute("data-given", isGiven);
      delete cell.dataset.sign;
      const { product, answer } = this.#sides(index);
      cell.setAttribute("aria-label", this.#words.cell[isGiven ? "given" : kind](product, answer));
      const seen = kind === "shown" || kind === "follows";
      write(cell, seen ? shortName(this.#task, this.#task.example(index).label) : "");
    }
    this.#part("why").hidden = true;
    this.#drawCounts();
  }

  #drawCounts(): void {
    const { most, record, aided } = this.#game;
    const words = this.#words;
    const facts = this.#facts;
    const smallest = this.#smallest;
    const counts = facts?.counts ?? { shown: 0, follows: 0, open: 0, uncovered: this.#task.size };
    for (const [kind, value] of Object.entries(counts) as [Kind, number][]) {
      write(this.#part(`count-${kind}`), count(value));
      this.#part("bar").style.setProperty(`--${kind}`, String(value));
    }
    const given = this.#game.given.length;
    const floor = smallest?.floor;
    const lines = [
      floor === undefined ? "" : given > 0 ? words.atLeast(floor) : words.floor(floor),
      most === null ? "" : words.budget(Math.max(0, most - counts.shown), most),
      record === null ? "" : words.record(record),
    ];
    if (smallest) write(this.#part("floor"), lines.filter(Boolean).join(" "));
    const done = facts?.complete === true;
    this.toggleAttribute("data-solved", done);
    const solved =
      !done || floor === undefined
        ? ""
        : aided
          ? words.solvedAided(counts.shown)
          : counts.shown === floor
            ? words.solvedBest(floor)
            : words.solved(counts.shown, floor);
    write(this.#part("solved"), solved);
    this.#button("undo").disabled = this.#before.length === 0;
    this.#button("restart").disabled = this.#game.shown.length === 0;
    this.#button("best").disabled =
      floor === undefined || (record === null && !done && counts.shown < floor);
    this.#button("train").disabled = counts.shown === 0 || counts.shown === this.#task.size;
    write(
      this.#part("train-says"),
      counts.shown === this.#task.size ? words.everything : words.trainHint,
    );
  }

  async #showWhy(cell: number): Promise<void> {
    const { why } = await theory();
    const { alphabet } = this.#game;
    const proof = why(this.#task, cellsOf(this.#game) as number[], cell, { alphabet });
    if (!proof) return;
    const board = this.#part("board");
    for (const marked of board.querySelectorAll<HTMLElement>("[data-sign]"))
      delete marked.dataset.sign;
    this.#cell(cell).dataset.sign = "=";
    for (const { example, times } of proof.steps) {
      this.#cell(example).dataset.sign = times === null ? "·" : times > 0 ? "+" : "−";
    }
    const box = this.#part("why");
    box.hidden = false;
    write(box, proof.says[this.#locale]);
  }

  #showBest(): void {
    const smallest = this.#smallest;
    if (!smallest) return;
    const { examples, floor } = smallest;
    this.#change(aidedBy(this.#game, examples), this.#words.bestSays(examples.length, floor));
  }

  async #copy(part: string, game: Game): Promise<void> {
    const link = new URL(location.href);
    link.hash = hashOf(game);
    const { copy } = await import("../embed/copy.ts");
    await copy(link.href, this.#part(part), this.#words);
  }

  async #train(): Promise<void> {
    const { trialOf } = await import("./trial.ts");
    const cells = [...cellsOf(this.#game)].sort((a, b) => a - b);
    this.#trial = trialOf(this.#task, cells, this.#game.alphabet, this.#locale);
    const box = this.#part("trial");
    box.hidden = false;
    write(this.#part("beside"), "");
    box.scrollIntoView({ block: "nearest" });
    (this.#part("in-lab") as HTMLAnchorElement).href = this.#trial.href;
    this.#curve.clear();
    await this.#run.start(this.#trial.config);
  }

  #forgetTrial(): void {
    this.#trial = undefined;
    this.#run.reset();
    this.#part("trial").hidden = true;
  }

  async #showTrial(): Promise<void> {
    const trial = this.#trial;
    const facts = this.#facts;
    if (!trial || !facts) return;
    const { state, record, predictions, error } = this.#run;
    const last = record.metrics.at(-1);
    const ended = state === "finished" || state === "failed";
    this.#button("train").disabled = !ended;
    const says = this.#part("trained");
    if (state === "failed") return write(says, this.#words.failed(error));
    if (!last) return write(says, this.#words.training);
    this.#curve.show(record, { ceiling: trial.best?.bestAccuracy });
    const shown = Uint8Array.from(facts.kinds, (kind) => Number(kind === "shown"));
    const unknowable = trial.best?.unknowable;
    this.#learned.show({ task: this.#task, shown, unknowable, predictions, step: last.step });
    const follow = facts.kinds.flatMap((kind, cell) => (kind === "follows" ? [cell] : []));
    const right = follow.filter((cell) => predictions[cell] === this.#task.example(cell).label);
    const sentence =
      follow.length === 0
        ? this.#words.nothingFollows
        : this.#words.trained(right.length, follow.length);
    write(says, ended ? sentence : this.#words.step(count(last.step)));
    const { beside } = await import("../demo/judged.ts");
    if (!trial.best || trial !== this.#trial || last !== this.#run.record.metrics.at(-1)) return;
    write(this.#part("beside"), beside(trial.best, last.testAccuracy, this.#locale));
  }

  #key(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).dataset.cell;
    if (cell === undefined || event.altKey || event.metaKey) return;
    const order = this.#task.classes;
    const [row, column] = [Math.floor(Number(cell) / order), Number(cell) % order];
    const last = order - 1;
    const within = (value: number) => Math.min(last, Math.max(0, value));
    const places: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? last : row, last],
    };
    const place = places[event.key];
    const acts = event.key === " " || event.key === "Enter";
    if (!place && !acts) return;
    event.preventDefault();
    if (acts) this.#press(Number(cell));
    else if (place) this.#cell(within(place[0]) * order + within(place[1])).focus();
  }

  /** One cell at a time can be reached by Tab. */
  #rove(target: HTMLElement): void {
    if (target.dataset.cell === undefined) return;
    for (const cell of this.#part("board").querySelectorAll<HTMLElement>("[tabindex='0']")) {
      cell.tabIndex = -1;
    }
    target.tabIndex = 0;
  }

  /** "2 + 3" and "0", as people write them. */
  #sides(cell: number): { readonly product: string; readonly answer: string } {
    const [asked, answer] = product(this.#task, cell).split(" = ") as [string, string];
    return { product: asked, answer };
  }

  get #mostAsked(): number | null {
    const { valueAsNumber: most } = this.#input("most");
    const least = cellsOf(this.#game).length;
    return Number.isInteger(most) ? Math.min(this.#task.size, Math.max(least, most)) : null;
  }

  #cell(index: number): HTMLElement {
    return this.#part("board").querySelector(`[data-cell="${index}"]`) as HTMLElement;
  }

  #on(part: string, act: () => void): void {
    this.#part(part).addEventListener("click", act);
  }

  #check(name: string, value: string): void {
    (this.querySelector(`[name=${name}][value="${value}"]`) as HTMLInputElement).checked = true;
  }

  #checked(name: string): string {
    return this.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? "";
  }

  #input(part: string): HTMLInputElement {
    return this.#part(part) as HTMLInputElement;
  }

  #button(part: string): HTMLButtonElement {
    return this.#part(part) as HTMLButtonElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

customElements.define("smallest-lesson", SmallestLessonGame);
