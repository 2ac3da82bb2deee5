import type { LivePicture } from "@grokscape/viz";

/** Draws what a figure shows at present, in the page unless another document is given. */
export type Draw = (width: number, document?: Document) => SVGSVGElement;

/** Milliseconds between two drawings of a run in progress: often enough to seem to move. */
const interval = { moving: 150, still: 500 };

/** A figure's picture, as wide as its box; fetches what draws it when it is first to change. */
export class LiveView {
  readonly #box: HTMLElement;
  readonly #load: () => Draw | Promise<Draw>;
  readonly #trains: boolean;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #empty: readonly Node[];
  #wanted = false;
  #picture?: LivePicture;
  /** What it was drawn at; 0 before its first frame. */
  #width = 0;
  /** Drawn at that width, to be shown with the next frame: one task less for a frame to hold. */
  #drawn?: SVGSVGElement;
  #timer?: ReturnType<typeof setTimeout>;

  /**
   * @param box holds what the server drew, which `clear` brings back
   * @param load how to draw what is to be seen now
   * @param trains whether it shows a run in progress, which changes more often than need be drawn
   */
  constructor(box: HTMLElement, load: () => Draw | Promise<Draw>, trains = true) {
    this.#box = box;
    this.#load = load;
    this.#trains = trains;
    this.#empty = [...box.childNodes];
  }

  update(): void {
    this.#wanted = true;
    const wait = this.#trains ? interval[this.#still.matches ? "still" : "moving"] : 0;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#show();
    }, wait);
  }

  clear(): void {
    this.#wanted = false;
    if (!this.#picture) return;
    this.#picture.stop();
    this.#picture = undefined;
    this.#box.replaceChildren(...this.#empty);
  }

  async #show(): Promise<void> {
    const [{ livePicture }, draw] = await Promise.all([import("./live-picture.ts"), this.#load()]);
    if (!this.#wanted) return;
    this.#drawn = undefined;
    if (this.#picture) {
      if (this.#width > 0) this.#drawn = draw(this.#width);
      this.#draw = draw;
      return this.#picture.update();
    }
    this.#draw = draw;
    this.#box.replaceChildren(...this.#empty.slice(0, 1).map((picture) => picture.cloneNode(true)));
    this.#picture = livePicture(this.#box, (width) => {
      const drawn = width === this.#width ? this.#drawn : undefined;
      this.#width = width;
      this.#drawn = undefined;
      return drawn ?? this.#draw(width);
    });
  }

  #draw: Draw = () => {
    throw new Error("drawn before it was to be seen");
  };
}
