import type { CurveRecord, LivePicture } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

/** Milliseconds between two drawings of the curve: often enough to seem to move. */
const interval = { moving: 150, still: 500 };

/** Draws the grokking curve of a run in progress into a box, as large as the box is wide. */
export class CurveView {
  readonly #box: HTMLElement;
  readonly #locale: Locale;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #empty: readonly Node[];
  #record?: CurveRecord;
  #picture?: LivePicture;
  /** What it was drawn at; 0 before its first frame. */
  #width = 0;
  /** Drawn at that width, to be shown with the next frame: one task less for a frame to hold. */
  #drawn?: SVGSVGElement;
  #timer?: ReturnType<typeof setTimeout>;

  /** @param box holds the picture of nothing measured yet, which `clear` brings back */
  constructor(box: HTMLElement, locale: Locale) {
    this.#box = box;
    this.#locale = locale;
    this.#empty = [...box.childNodes];
  }

  show(record: CurveRecord): void {
    this.#record = record;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#draw();
      },
      this.#still.matches ? interval.still : interval.moving,
    );
  }

  clear(): void {
    this.#record = undefined;
    if (!this.#picture) return;
    this.#picture.stop();
    this.#picture = undefined;
    this.#box.replaceChildren(...this.#empty);
  }

  async #draw(): Promise<void> {
    const [{ livePicture }, { drawCurve }] = await Promise.all([
      import("@grokscape/viz"),
      import("./curve.ts"),
    ]);
    if (!this.#record) return;
    if (this.#picture) {
      if (this.#width > 0) this.#drawn = drawCurve(this.#record, this.#locale, this.#width);
      return this.#picture.update();
    }
    this.#box.replaceChildren(...this.#empty.slice(0, 1).map((picture) => picture.cloneNode(true)));
    this.#picture = livePicture(this.#box, (width) => {
      const drawn = width === this.#width ? this.#drawn : undefined;
      this.#width = width;
      this.#drawn = undefined;
      return drawn ?? drawCurve(this.#record ?? nothing, this.#locale, width);
    });
  }
}

const nothing: CurveRecord = { metrics: [], memorisedAt: null, generalisedAt: null };
