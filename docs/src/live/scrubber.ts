import { History, type Moment } from "./history.ts";

/** How many moments there are to go back to. */
const most = 160;

/** A slider over what was seen of a run: `<label hidden><span></span><input type="range"></label>`. */
export class Scrubber<Seen> {
  readonly #root: HTMLElement;
  readonly #says: (step: number) => string;
  readonly #history = new History<Seen>(most);

  /**
   * @param says names a step
   * @param moved called when the reader goes to another moment
   */
  constructor(root: HTMLElement, says: (step: number) => string, moved: () => void) {
    this.#root = root;
    this.#says = says;
    this.#slider.addEventListener("input", () => {
      this.#show();
      moved();
    });
  }

  /** Where the reader is. */
  get moment(): Moment<Seen> | undefined {
    return this.#history.moments[this.#slider.valueAsNumber];
  }

  /** Adds what is seen now, and goes there. */
  add(step: number, seen: Seen): void {
    this.#history.add(step, seen);
    const last = this.#history.moments.length - 1;
    this.#slider.max = `${last}`;
    this.#slider.valueAsNumber = last;
    this.#show();
  }

  clear(): void {
    this.#history.clear();
    this.#show();
  }

  #show(): void {
    this.#root.hidden = this.#history.moments.length < 2;
    const { moment } = this;
    const name = this.#root.querySelector("span") as HTMLElement;
    name.textContent = moment ? this.#says(moment.step) : "";
  }

  get #slider(): HTMLInputElement {
    return this.#root.querySelector("input") as HTMLInputElement;
  }
}
