import type { Key } from "@grokscape/trainer/settings";
import { write } from "../demo/write.ts";
import "../live/card-switch.ts";
import { eased, fast, type Pace, slow } from "../live/pace.ts";
import { type Locale, localeOf } from "../site/locales.ts";
import { hashOf, stateOf } from "./address.ts";
import { offerClassLink } from "./class-link.ts";
import { differences } from "./differs.ts";
import { type Draft, firstRun } from "./draft.ts";
import { savePicture, savePixels, saveRun, saveWeights } from "./exports.ts";
import { find } from "./find.ts";
import { lockForm, namesIn, readForm, writeForm } from "./form.ts";
import { type Lock, lockAt, withLock } from "./lock.ts";
import { outlookWords } from "./outlook-words.ts";
import { connectOutlooks, type OutlookService } from "./outlooks.ts";
import { Panel } from "./panel.ts";
import type { Warning } from "./warning.ts";
import { type LabWords, labWords } from "./words/index.ts";

const paces: Readonly<Record<string, () => Pace>> = { slow, eased: () => eased(), fast };
type Side = "first" | "second";

/** `<grok-lab data-locale="en">`: every knob of the trainer; its markup is `Lab.astro`. */
class GrokLab extends HTMLElement {
  #locale!: Locale;
  #words!: LabWords;
  #outlooks!: OutlookService;
  #panels!: Readonly<Record<Side, Panel>>;
  #editing: Side = "first";
  #comparing = false;
  #lock?: Lock;
  /** The draft whose code is shown. */
  #coded?: Draft;

  connectedCallback(): void {
    this.#locale = localeOf(this.dataset.locale);
    this.#words = labWords[this.#locale];
    this.#outlooks = connectOutlooks();
    const panel = (side: Side) =>
      new Panel(this.#part(side), this, this.#locale, this.#outlooks, () => this.#update());
    this.#panels = { first: panel("first"), second: panel("second") };

    this.#form.addEventListener("input", ({ target }) => this.#edit(target as HTMLElement));
    this.#part("find").addEventListener("input", (event) => {
      event.stopPropagation();
      this.#find();
    });
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#part("presets").addEventListener("change", () => this.#choosePreset());
    this.#part("compare").addEventListener("change", () => this.#compare());
    this.#part("which").addEventListener("change", () => this.#turnTo(this.#chosenSide()));
    this.#part("speeds").addEventListener("change", () => this.#setPace());
    this.#button("main").addEventListener("click", () => this.#press());
    this.#button("step").addEventListener("click", () => this.#each((panel) => panel.step()));
    this.#button("rewind").addEventListener("click", () => this.#each((panel) => panel.rewind()));
    this.#part("exports").addEventListener("click", ({ target }) =>
      this.#take((target as HTMLElement).dataset.take),
    );
    this.#part("program").addEventListener("toggle", () => this.#showCode());
    offerClassLink(this.#part("class-link") as HTMLDetailsElement, {
      names: () => namesIn(this.#form, this.#panels.first.draft),
      hash: () => this.#hash,
      words: this.#words,
    });
    addEventListener("hashchange", () => this.#restore());
    // the page comes with the defaults
    if (location.hash) this.#restore();
    else this.#panels.first.choose(firstRun);
  }

  disconnectedCallback(): void {
    for (const { run } of Object.values(this.#panels)) run.dispose();
  }

  /** What is measured so far, of each run shown. */
  get records() {
    return this.#shown.map(({ run, draft }) => ({ ...run.record, draft, state: run.state }));
  }

  /** As the address says. */
  #restore(): void {
    const { first, second } = stateOf(location.hash);
    this.#panels.first.choose(first);
    if (second) this.#panels.second.choose(second);
    this.#comparing = second !== undefined; // from here on both runs are there to be compared
    (this.#part("compare") as HTMLInputElement).checked = this.#comparing;
    this.#lock = lockAt(location.hash);
    this.#turnTo("first");
    this.#showLock();
  }

  /** What a teacher's link leaves to be chosen. */
  #showLock(): void {
    const words = this.#words;
    const lock = this.#lock;
    lockForm(this.#form, lock, words.lockedByTeacher);
    const names = namesIn(this.#form, this.#panels.first.draft);
    const says = this.#part("locked");
    says.hidden = lock === undefined;
    if (!lock) return;
    const free = lock.free.map((key) => names.get(key) ?? key);
    write(
      says,
      [words.locked(free), lock.unknown.length > 0 && words.unknownSettings(lock.unknown)]
        .filter(Boolean)
        .join(this.#locale === "en" ? " " : ""),
    );
  }

  #edit(target: HTMLElement): void {
    const panel = this.#panels[this.#editing];
    const { name } = target as HTMLInputElement;
    const draft = readForm(this.#form, name, panel.draft);
    if (draft) this.#choose(draft);
    const isUnreadable = this.#form.querySelector("[aria-invalid=true]") !== null;
    if (isUnreadable) panel.refuse(this.#words.unreadable);
  }

  #find(): void {
    const { value } = this.#part("find") as HTMLInputElement;
    const { shown, idle } = find(this.#form, value);
    write(this.#part("found"), value.trim() === "" ? "" : this.#words.found(shown, idle));
  }

  /** A preset is named by the address that it would have. */
  #choosePreset(): void {
    const { value } = this.#part("presets") as HTMLSelectElement;
    if (value === "") return;
    const { first } = stateOf(value);
    writeForm(this.#form, first);
    this.#choose(first);
  }

  #choose(draft: Draft): void {
    this.#panels[this.#editing].choose(draft);
    this.#remember();
  }

  #compare(): void {
    const { checked } = this.#part("compare") as HTMLInputElement;
    if (checked) this.#panels.second.choose({ ...this.#panels.first.draft });
    else this.#panels.second.rewind();
    this.#comparing = checked;
    this.#turnTo(this.#comparing ? "second" : "first");
    this.#remember();
  }

  /** The knobs are those of this run. */
  #turnTo(side: Side): void {
    this.#editing = side;
    this.#part("second").hidden = !this.#comparing;
    this.#part("which").hidden = !this.#comparing;
    (this.querySelector(`[name=lab-which][value=${side}]`) as HTMLInputElement).checked = true;
    writeForm(this.#form, this.#panels[side].draft);
    this.#update();
  }

  #chosenSide(): Side {
    return this.querySelector<HTMLInputElement>("[name=lab-which]:checked")?.value === "second"
      ? "second"
      : "first";
  }

  #setPace(): void {
    const name = this.querySelector<HTMLInputElement>("[name=lab-speed]:checked")?.value ?? "eased";
    for (const panel of Object.values(this.#panels)) panel.pace = paces[name] ?? slow;
  }

  #press(): void {
    const running = this.#shown.some(({ run }) => run.state === "running");
    if (!running) this.#bringIntoView();
    this.#each((panel) => {
      if (!running || panel.run.state === "running") panel.press();
    });
  }

  /** On a phone the results are far below the settings. */
  #bringIntoView(): void {
    const bench = this.querySelector(".bench") as HTMLElement;
    if (bench.getBoundingClientRect().top > innerHeight / 2) bench.scrollIntoView();
  }

  get #shown(): readonly Panel[] {
    return this.#comparing ? Object.values(this.#panels) : [this.#panels.first];
  }

  #each(act: (panel: Panel) => void): void {
    for (const panel of this.#shown) act(panel);
  }

  /** The state as an address says it, without a lock. */
  get #hash(): string {
    const { first, second } = this.#panels;
    return hashOf(first.draft, this.#comparing ? second.draft : undefined);
  }

  #remember(): void {
    const hash = withLock(this.#hash, this.#lock);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  }

  #update(): void {
    const states = this.#shown.map(({ run }) => run.state);
    const words = this.#words;
    const main = this.#button("main");
    const is = (state: string) => states.some((other) => other === state);
    const running = this.#shown.filter(({ run }) => run.state === "running");
    main.textContent = is("running")
      ? running.every(({ run }) => run.waits)
        ? words.waiting
        : words.pause
      : is("loading")
        ? words.loading
        : is("paused")
          ? words.resume
          : states.every((state) => state === "finished" || state === "failed")
            ? words.again
            : words.start;
    const possible = this.#shown.every((panel) => panel.possible);
    main.disabled = !possible;
    this.#button("step").disabled = !possible;
    this.dataset.state = is("running") ? "running" : (states[0] ?? "idle");
    const reach = Math.max(...this.#shown.map((panel) => panel.last));
    for (const panel of this.#shown) panel.reach(reach);
    const begun = this.#shown.some(({ run }) => run.record.metrics.length > 0);
    this.#button("rewind").disabled = !begun;
    for (const button of this.#part("exports").querySelectorAll("button")) {
      button.disabled = !begun && button.dataset.take !== "link";
    }

    const panel = this.#panels[this.#editing];
    this.#showDifferences();
    const presets = this.#part("presets") as HTMLSelectElement;
    const address = `#${hashOf(panel.draft)}`;
    presets.value = [...presets.options].some(({ value }) => value === address) ? address : "";
    this.#showOutlook(panel);
    this.#showCode();
  }

  /** In what the second run is unlike the first, by the names and choices that the form has. */
  #showDifferences(): void {
    if (!this.#comparing) return;
    const { first, second } = this.#panels;
    const named = (key: Key) => {
      const field = this.#form.querySelector(`[name="${key}"], [name^="${key}/"]`);
      return field?.closest("label")?.querySelector("span")?.textContent ?? key;
    };
    const shown = (key: Key, text: string) => {
      const option = this.#form.querySelector(
        `[name="${key}"] option[value="${CSS.escape(text)}"]`,
      );
      return (
        option?.textContent?.trim() || this.#words.none[text] || text || this.#words.none.none!
      );
    };
    const said = differences(first.draft, second.draft).map((difference) => {
      const { key, first, second } = difference;
      return this.#words.difference(named(key), shown(key, second), shown(key, first));
    });
    write(this.#part("differs"), said.length > 0 ? this.#words.differs(said) : this.#words.alike);
  }

  /** What of it is said among the knobs; what stood there before, until it is known. */
  #showOutlook({ outlook, failure, possible }: Panel): void {
    if (!outlook && !failure) return;
    const said = outlook && outlookWords(outlook, this.#words, this.#locale);
    write(this.#part("shown-of"), said?.shownOf ?? "");
    const warnings = (outlook?.warnings ?? []).map((warning) => this.#warningText(warning));
    if (failure && !possible) warnings.push(failure);
    this.#part("warnings").hidden = warnings.length === 0;
    this.#part("warning-list").replaceChildren(
      ...warnings.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
  }

  #warningText(warning: Warning): string {
    if ("name" in warning) return this.#words.warning[warning.name];
    return "message" in warning ? this.#words.unusable(warning.message) : warning.contradiction;
  }

  async #showCode(): Promise<void> {
    const { draft, task } = this.#panels[this.#editing];
    const { open } = this.#part("program") as HTMLDetailsElement;
    if (!open || !task || draft === this.#coded) return;
    this.#coded = draft;
    const code = await this.#outlooks.code(draft);
    if (draft === this.#coded) write(this.#part("code"), code);
  }

  async #take(what: string | undefined): Promise<void> {
    const { run, draft } = this.#panels[this.#editing];
    const svg = this.#panels[this.#editing].picture();
    if (what === "weights") await saveWeights(run, draft);
    else if (what === "run") saveRun(run, draft);
    else if (what === "svg" && svg) savePicture(svg, draft);
    else if (what === "png" && svg) await savePixels(svg, draft);
    else if (what === "link") {
      this.#remember();
      const { copy } = await import("../embed/copy.ts");
      await copy(location.href, this.#part("taken"), this.#words);
    }
  }

  get #form(): HTMLFormElement {
    return this.#part("settings") as HTMLFormElement;
  }

  #button(name: string): HTMLButtonElement {
    return this.#part(name) as HTMLButtonElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

customElements.define("grok-lab", GrokLab);
